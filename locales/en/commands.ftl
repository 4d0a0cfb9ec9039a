### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Begin
command-rate = Rate a service
command-tasks = My assignments
command-status = The figures in short
command-review = Reports that wait
command-overdue = Overdue assignments
command-brief = The brief of the morning: on or off
command-leave = Leave and substitute
command-language = Change the language
command-help = Help
command-privacy = What is kept
command-forget = Forget me
command-cancel = Stop what was begun

## Shown before the first message: at most 512 and 120 characters.

bot-description = I remind the staff of organisations of the deadlines of the plan and take citizens’ marks for public e-services. Press the button below to begin.
bot-short-description = Deadlines of the plan, and marks for public e-services
