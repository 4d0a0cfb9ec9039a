### Labels of buttons about privacy, and lines after a press. Plain text.

button-forget-ask = Meni unuting
button-forget = Ha, unutilsin
button-forget-not = Yoʻq, qolsin
button-forget-marks = Baholarimni unuting
button-withdraw-ask = Rozilikni qaytarib olish
button-withdraw-consent = Ha, qaytarib olaman
button-privacy-page = Batafsil
toast-forget-not = Hech narsa oʻchirilmadi
toast-forgotten-today = Siz bugun unutishni soʻradingiz: bugun Sizdan yana baho qabul qilinmaydi. Ertadan boshlab yana baho bera olasiz.
