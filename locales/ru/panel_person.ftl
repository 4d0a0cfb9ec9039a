### The page of one person, and what an invitation says. Plain text.

person-roles = Роли
person-no-roles = Сейчас ролей нет.
person-grant = Дать ещё одну роль
person-grant-note = Роль действует в выбранной организации и во всех подчинённых ей. Новая ссылка не нужна: если человек подключён к боту, роль действует сразу.
person-give = Дать роль
person-own-note = Никто не даёт роль самому себе: это делает другой администратор.
person-describe = Имя и должность
person-said-granted = Роль дана.
person-was-granted = Дана роль: { $role }.
person-was-ended = Роль завершена: { $role }.
person-has-joined = Приглашение принято.
person-has-withdrawn = Согласие отозвано: аккаунт Telegram отвязан.
# $after, $before: names.
person-was-described = Изменены имя или должность: { $before } → { $after }.
person-position-missing = Укажите должность и на узбекском (латиница): остальные строки её переводят.
invited-text = Готовый текст для отправки
# $city: the hokimiyat; $link: the one-time link; $name: of the invited; $role: what they become; $until: until when.
invited-message =
    Здравствуйте, { $name }!
    Вас пригласили в систему «{ product-name }» ({ $city }). Ваша роль: { $role }.
    Откройте эту ссылку в Telegram и нажмите кнопку запуска внизу:
    { $link }
    Ссылка работает один раз, до { $until }. Не передавайте её другим.
invited-copy = Скопировать текст
invited-copied = Скопировано
refusal-own-role = Никто не даёт роль самому себе. Обратитесь к другому администратору.
refusal-last-administrator = Это единственный администратор всего города. Сначала назначьте другого.
