### The pages on which administrators keep organisations and services. Plain text.

registry-title = Организации и услуги
registry-open = Управлять организациями
registry-lead = Организации города в порядке подчинения. Выберите организацию, чтобы изменить её название, рабочую неделю и услуги.
registry-search = Название или ключ
registry-closed-ones = Закрытые
registry-new = Новая организация
registry-new-lead = После добавления внесите её услуги и пригласите сотрудников.
registry-add = Добавить
registry-key = Ключ
registry-key-note = Так её называют файлы и команды: строчные латинские буквы, цифры, _ и -. Потом не меняется.
registry-key-stays = Ключ не меняется: по нему организацию и услугу узнают файлы и опубликованные результаты.
# $limit: how many characters at most.
registry-key-wrong = Допустимы строчные латинские буквы, цифры, _ и -, не больше { $limit } символов.
# $language: the name of a language in itself.
registry-name-in = Название: { $language }
registry-name-missing = Укажите название на узбекском (латиницей).
registry-name-too-long = Допустимо не больше { $limit } символов.
registry-parent = Кому подчиняется
registry-on-top = Это вышестоящая организация всего города: она никому не подчиняется и не закрывается.
registry-week = Рабочая неделя
registry-week-note = По этой неделе считаются сроки новых поручений.
registry-kind = Вид, как в таблицах
registry-facts = Сведения
registry-board = Показатели
registry-services = Услуги
registry-no-services = Услуг пока нет.
registry-new-service = Новая услуга
registry-service-lead = Граждане могут оценивать услугу с этого же дня: первая точка со ссылкой и QR-кодом создаётся сама.
registry-organisation-missing = Выберите организацию, которая оказывает услугу.
registry-term = Установленный срок
registry-term-note = Как в регламенте, например: 2 рабочих дня. Можно не заполнять.
registry-state = Состояние
registry-closed = Закрыта
registry-closed-text = Организация закрыта: новых поручений у неё нет, услуги не оцениваются. История сохраняется.
registry-close = Закрыть организацию
registry-below = { $count ->
    [one] Сначала закройте { $count } подчинённую организацию или переведите её в другую.
    [few] Сначала закройте { $count } подчинённые организации или переведите их в другую.
   *[many] Сначала закройте { $count } подчинённых организаций или переведите их в другую.
}
registry-close-dropped = { $count ->
    [one] { $count } поручение с более поздним сроком больше не требуется.
    [few] { $count } поручения с более поздним сроком больше не требуются.
   *[many] { $count } поручений с более поздним сроком больше не требуются.
}
registry-close-stays = { $count ->
    [one] { $count } поручение остаётся: оно просрочено, со сроком сегодня, возвращено или на контроле. На него отвечают, или решает контроль.
    [few] { $count } поручения остаются: они просрочены, со сроком сегодня, возвращены или на контроле. На них отвечают, или решает контроль.
   *[many] { $count } поручений остаются: они просрочены, со сроком сегодня, возвращены или на контроле. На них отвечают, или решает контроль.
}
registry-close-services = { $count ->
    [one] { $count } услугу граждане больше не смогут оценить; ссылка на плакате об этом скажет.
    [few] { $count } услуги граждане больше не смогут оценить; ссылка на плакате об этом скажет.
   *[many] { $count } услуг граждане больше не смогут оценить; ссылка на плакате об этом скажет.
}
registry-close-cases = { $count ->
    [one] { $count } обращение гражданина по-прежнему ждёт ответа.
    [few] { $count } обращения граждан по-прежнему ждут ответа.
   *[many] { $count } обращений граждан по-прежнему ждут ответа.
}
registry-close-people = { $count ->
    [one] Роль { $count } сотрудника сохраняется; если она не нужна, завершите её на странице «Люди».
    [few] Роли { $count } сотрудников сохраняются; если они не нужны, завершите их на странице «Люди».
   *[many] Роли { $count } сотрудников сохраняются; если они не нужны, завершите их на странице «Люди».
}
registry-close-keeps = Ничего не удаляется: при повторном открытии всё вернётся.
registry-reopen = Открыть организацию снова
registry-reopen-text = Её услуги снова можно оценивать, поручения по плану снова требуются. Срок, наступивший, пока она была закрыта, просрочкой не считается.
registry-close-service = Закрыть услугу
registry-close-service-text = Граждане не смогут её найти и оценить; ссылка на плакате об этом скажет. Оценки сохраняются, услугу можно открыть снова.
registry-service-closed = Не оказывается
registry-service-closed-text = Услуга не оказывается: граждане не могут её оценить.
registry-service-rests = Организация закрыта, поэтому и услуга не оказывается.
registry-reopen-service = Открыть услугу снова
registry-history = История изменений
registry-was-added = Добавлено.
registry-was-changed = Сведения изменены.
registry-was-imported = Загружено из таблицы.
registry-was-closed = Закрыто.
registry-was-reopened = Открыто снова.
# $name: what was changed; $before, $after: its values.
registry-field-changed = { $name }: { $before } → { $after }
registry-said-added = Организация добавлена. Теперь внесите её услуги и пригласите сотрудников.
registry-said-changed = Сохранено.
registry-said-closed = Организация закрыта.
registry-said-reopened = Организация снова открыта.
registry-said-service-added = Услуга добавлена. Её плакат — на странице «Точки и плакаты».
registry-said-service-closed = Услуга закрыта.
registry-said-service-reopened = Услуга снова открыта.
history-organisation-closed = Организация закрыта: поручение за этот период больше не требуется.
refusal-key-taken = Этот ключ занят. Выберите другой.
refusal-below-itself = Организация не может подчиняться самой себе или тем, кто ей подчинён.
refusal-nobody-above = Выберите, кому подчиняется организация.
refusal-stays-on-top = Вышестоящая организация города остаётся на месте: её нельзя переместить и закрыть.
refusal-others-below = Ей подчинены другие организации. Сначала закройте их или переведите в другую.
refusal-belongs-to-closed = Выбранная организация закрыта. Сначала откройте её или выберите другую.
