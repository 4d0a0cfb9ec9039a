### Answers, their versions and proofs in the panel.

## Answers

panel-answer-required = По этому поручению нужно подтверждение: файл, ссылка, номер в NIS.UZ или пояснение (не короче { $least } зн.).
panel-answer-files = Файлы (необязательно): до { $files }, каждый до { $limit }
panel-earlier = Прежние версии: { $count }
panel-earlier-until = Версия { $version }, до { $moment }
panel-earlier-empty = Без пояснения
panel-link = Ссылка
panel-record = Номер в NIS.UZ

## The proof that a measure needs

panel-proof-title = Подтверждение
panel-proof-text = Если оно обязательно, ответ «Исполнено» без подтверждения отчётом не считается: бот и панель попросят его.
panel-proof-welcome = По желанию
panel-proof-required = Обязательно
panel-proof-save = Сохранить
panel-proof-said = Сохранено: требование подтверждения изменено.
