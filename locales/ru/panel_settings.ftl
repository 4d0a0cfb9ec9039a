### The page of all settings. Plain text.

nav-settings = Настройки
settings-title = Настройки
settings-lead = Все настройки в одном месте: текущее значение, на что оно влияет и где его изменить.
settings-city = Город и данные
settings-work = План, контроль, напоминания
settings-citizens = Оценки граждан
settings-registry = Названия, подчинение, рабочая неделя и услуги организаций.
# $organisations, $services: how many are in use.
settings-registry-value = организаций: { $organisations }, услуг: { $services }
settings-calendar = Праздники и перенесённые рабочие дни; по ним сдвигаются сроки.
# $day: the last day that is known; $unsure: how many days are not certain.
settings-calendar-value = до { $day }, неточных дней: { $unsure }
settings-control = Сколько контроль может ждать и какая доля принятых отчётов проверяется ещё раз.
# $patience: working days; $percent: a share, with its sign.
settings-control-value = рабочих дней: { $patience }, повторная проверка: { $percent }
settings-escalation = В какой день о просрочке узнают руководитель, контролёр и заместитель хокима.
# $head, $controller, $brief: working days after the deadline.
settings-escalation-value = через { $head }, { $controller } и { $brief } рабочих дней
# $number: the number of a decree.
settings-reminding = Напоминания: план № { $number }
# $before: days before the deadline; $after: how many days after it.
settings-reminding-value = за { $before } дн.; после срока ежедневно: { $after } дн.
settings-cases = Какая оценка открывает обращение и сколько рабочих дней на ответ.
# $low: the highest mark that opens a case; $days: working days.
settings-cases-value = { $low } и ниже; рабочих дней: { $days }
settings-limits = Когда подозрительные оценки откладываются для проверки.
# $person: marks of a person in a day; $point: at a point in an hour; $burst equal ones in $minutes.
settings-limits-value = в день { $person }, в час { $point }, за { $minutes } мин — { $burst }
settings-themes = По каким словам написанное гражданами делится на темы.
settings-themes-value = тем: { $count }
settings-environment = Настройки установки
settings-environment-text = Их меняет системный администратор на сервере. Секретные значения не показываются.

# Below settings, for who may only read them.
settings-by-administrator = Эти настройки меняет администратор города.
