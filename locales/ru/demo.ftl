# The demo: steps of its clock, and things to scan.
demo-jump-hour = +1 час
demo-jump-day = +1 день
demo-jump-morning = Утро рабочего дня
demo-jump-deadline = К ближайшему сроку
demo-group-points = QR-коды в пунктах обслуживания
# Above the slips of the point that asks for visit codes.
demo-group-slips = Талоны с кодом визита: отсканируйте или напишите код
demo-group-letters = Письма с приглашениями
demo-letter-note = Одноразовая ссылка
demo-citizen = Гражданин
demo-role-at = { $role }, { $organisation }
demo-ready = Демонстрация готова, запуск занял { $time } с. Все имена и цифры вымышлены.
demo-chat = Чаты (вместо Telegram):
demo-panel = Панель:
demo-sign-in = Вход заместителя хокима (одноразовый):
demo-sign-in-administrator = Вход администратора, для точек и плакатов (одноразовый):
demo-clock = Часы показывают { $moment }; их можно передвинуть на странице чатов.
demo-port-taken = Порт { $port } занят, используется { $other }.
demo-kept = Данные сохраняются: { $folder }
demo-stop = Чтобы остановить, нажмите Ctrl-C.
demo-stopped = Остановлено.
demo-step-city = Строим город
demo-step-history = Записываем оценки и ответы за год
