### How a plan reminds: the page of its settings and of their preview. Plain text.

## The settings

reminding-title = Reminders of the plan
reminding-link = How it reminds
reminding-lead = When and how officers are reminded of what this plan asks of them.
reminding-settings = Settings
reminding-before = Before the deadline, working days
reminding-before-note = From the largest to the smallest, with commas between them. A reminder always comes on the day of the deadline as well.
reminding-daily = After the deadline, every working day for … days
reminding-weekly = Then once a week until it is done
reminding-list-days = Days of the list
reminding-list-note = On these days the reminder also brings all that falls due until the end of the next month. If it is a day off, the list goes on the next working day.
reminding-urgent = The plan is urgent
reminding-urgent-note = Reminders come on days off too, and once more at 16:00 on the day of the deadline if nothing has been reported.
reminding-save = Save
reminding-try = Show the dates, do not save yet
reminding-saved = Saved. The next reminders follow these settings.
reminding-changed = Somebody has changed the settings since you opened the page. Please look at them as they are now and save again.
reminding-yes = yes
reminding-no = no
reminding-wrong-count = Please give 1 to { $most } numbers of days before the deadline.
reminding-wrong-stage = Each number must be from 1 to { $farthest } working days.
reminding-wrong-order = Please write the numbers from the largest to the smallest, each once.
reminding-wrong-daily = Daily reminders may go on for 0 to { $longest } working days.
reminding-wrong-list-days = Please choose days from Monday to Saturday.

## The preview

reminding-preview = Preview
reminding-preview-of = Assignment
reminding-show = Show
reminding-none = This plan has no open assignment to show yet.
reminding-when = When the officer is reminded
reminding-message = The message of { $date }, { $time }
reminding-message-note = Real messages hold all that is near for one organisation, with a button for each; here this assignment stands alone.
reminding-trial = Send me a trial
reminding-trial-note = A message comes to your own chat with the bot, in your language. It begins with the word “trial” and shows this assignment with its buttons as the officer would see it today. Nobody else gets it, and nothing is counted as a reminder.
reminding-trial-sent = The trial is on its way to your chat.
reminding-trial-no-chat = Your account is not linked to Telegram yet, so there is no chat to send it to.
reminding-connect = Link Telegram
