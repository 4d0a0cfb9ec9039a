### What is printed beside a QR code: posters, cards for a counter, stickers. Plain text.

# The largest words of a poster.
poster-title = Оцените услугу
poster-step-scan = Наведите камеру телефона на QR-код
poster-step-start = Нажмите «Старт» в Telegram
poster-step-mark = Выберите оценку — хватит 10 секунд
poster-privacy = Опрос хокимията: имя не спрашиваем, номер телефона не храним
# Above the address of the link.
poster-by-hand = Если камера не читает код, откройте адрес

# On a slip with a visit code, above the code.
slip-line = Наведите камеру на QR-код или напишите код боту. Имя не спрашиваем
# On a slip, below the code. $date: the last day on which it is valid.
slip-until = до { $date }, один раз
