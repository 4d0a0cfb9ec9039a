# The demo: steps of its clock, and things to scan.
demo-jump-hour = +1 hour
demo-jump-day = +1 day
demo-jump-morning = Next working morning
demo-jump-deadline = To the next deadline
demo-group-points = QR codes at service points
# Above the slips of the point that asks for visit codes.
demo-group-slips = Slips with a visit code: scan one, or type its code
demo-group-letters = Letters of invitation
demo-letter-note = One-time link
demo-citizen = Citizen
demo-role-at = { $role }, { $organisation }
demo-ready = The demo is ready, started in { $time } s. All names and figures are invented.
demo-chat = Chats (in place of Telegram):
demo-panel = Panel:
demo-sign-in = Sign in as the deputy hokim (works once):
demo-sign-in-administrator = Sign in as the administrator, for points and posters (works once):
demo-clock = The clock shows { $moment }; it can be moved on the page of the chats.
demo-port-taken = Port { $port } is taken, { $other } is used.
demo-kept = The data is kept in { $folder }
demo-stop = Press Ctrl-C to stop.
demo-stopped = Stopped.
demo-step-city = Building the city
demo-step-history = Writing a year of ratings and answers
