### The page of all settings. Plain text.

nav-settings = Settings
settings-title = Settings
settings-lead = All settings in one place: the value of each, what it does, and the page that changes it.
settings-city = The city and its data
settings-work = Plan, control, reminders
settings-citizens = Ratings of citizens
settings-registry = Names, places, working weeks and services of the organisations.
# $organisations, $services: how many are in use.
settings-registry-value = organisations: { $organisations }, services: { $services }
settings-calendar = Holidays and moved working days; deadlines move with them.
# $day: the last day that is known; $unsure: how many days are not certain.
settings-calendar-value = until { $day }, days that are not certain: { $unsure }
settings-control = How long control may take, and which share of accepted reports is looked at once more.
# $patience: working days; $percent: a share, with its sign.
settings-control-value = working days: { $patience }, re-checks: { $percent }
settings-escalation = On which day the head, the controller and the deputy hokim hear of what is overdue.
# $head, $controller, $brief: working days after the deadline.
settings-escalation-value = after { $head }, { $controller } and { $brief } working days
# $number: the number of a decree.
settings-reminding = Reminders: plan No { $number }
# $before: days before the deadline; $after: how many days after it.
settings-reminding-value = { $before } days before; daily for { $after } days after
settings-cases = Which mark opens a case, and how many working days there are for the answer.
# $low: the highest mark that opens a case; $days: working days.
settings-cases-value = { $low } and below; working days: { $days }
settings-limits = When suspicious marks are set apart.
# $person: marks of a person in a day; $point: at a point in an hour; $burst equal ones in $minutes.
settings-limits-value = a day { $person }, an hour { $point }, { $burst } in { $minutes } min
settings-themes = By which words what citizens write is sorted into themes.
settings-themes-value = themes: { $count }
settings-environment = Settings of the installation
settings-environment-text = They are changed on the server by whoever runs it (docs/settings.md). Secrets are not shown.

# Below settings, for who may only read them.
settings-by-administrator = The administrator of the whole city changes these settings.
