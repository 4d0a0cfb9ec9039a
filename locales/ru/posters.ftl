### What is printed beside a QR code: posters, cards for a counter, stickers. Plain text.

# The largest words of a poster.
poster-title = Оцените услугу
poster-step-scan = Наведите камеру телефона на QR-код
poster-step-start = Нажмите «Старт» в Telegram
poster-step-mark = Выберите оценку — хватит 10 секунд
poster-privacy = Опрос хокимията: имя не спрашиваем, номер телефона не храним
# Above the address of the link.
poster-by-hand = Если камера не читает код, откройте адрес
