### Texts of the bot about visit codes. Telegram's HTML.

# Asked at a point where marks need a code. Above it stand the service and the place. $sample: what a code looks like.
visit-ask =
    <b>Bu yerda baho tashrif kodi bilan beriladi</b>

    Kod xodim bergan qogʻozda yoki oyna yonidagi ekranda. Uni bitta xabar qilib yozing, masalan: <b>{ $sample }</b>. Katta yoki kichik harf, lotin yoki kirill — farqi yoʻq.

    Kod yoʻqmi? Xodimdan soʻrang: u har bir tashrif uchun beriladi, ism soʻralmaydi.
# Below it stand the service and the place of the code, and a button to their question.
visit-elsewhere = <b>Bu kod boshqa joyniki.</b> U bilan quyidagi joyni baholash mumkin:
# The line below says why.
visit-not-taken = <b>Kod qabul qilinmadi</b>
visit-mistyped =
    <b>Kodda xato bor</b>

    Kod 9 ta belgidan iborat. Uni qogʻoz bilan solishtirib, qaytadan yozing.
visit-no-code =
    <b>Bu tashrif kodi emas</b>

    Kodni xabar qilib yozing yoki qogʻozdagi QR kodni skanerlang. Kod kerak boʻlmasa — /bekor.
