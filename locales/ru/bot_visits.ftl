### Texts of the bot about visit codes. Telegram's HTML.

# Asked at a point where marks need a code. Above it stand the service and the place. $sample: what a code looks like.
visit-ask =
    <b>Здесь оценку ставят по коду визита</b>

    Код напечатан на талоне, который дал сотрудник, или показан на экране у окна. Напишите его одним сообщением, например: <b>{ $sample }</b>. Заглавные или строчные, латиница или кириллица — всё равно.

    Кода нет? Попросите у сотрудника: его дают за каждый визит, имя не спрашивают.
# Below it stand the service and the place of the code, and a button to their question.
visit-elsewhere = <b>Это код другого места.</b> По нему можно оценить вот что:
# The line below says why.
visit-not-taken = <b>Код не принят</b>
visit-mistyped =
    <b>В коде ошибка</b>

    В коде 9 знаков. Сверьте его с талоном и напишите ещё раз.
visit-no-code =
    <b>Это не код визита</b>

    Напишите код сообщением или отсканируйте QR-код на талоне. Если код не нужен — /cancel.
