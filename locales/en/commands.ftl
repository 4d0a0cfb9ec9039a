### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Begin
command-tasks = My assignments
command-status = The figures in short
command-review = Reports that wait
command-overdue = Overdue assignments
command-language = Change the language
command-help = Help
command-privacy = What is kept
command-cancel = Stop what was begun
