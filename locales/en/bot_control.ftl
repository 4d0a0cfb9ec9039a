### What the bot writes about more time, several reports at once and re-checks, in Telegram's HTML. Values are escaped.

## More time: the officer asks

extension-ask-day =
    🗓 <b>Until which day do you need time?</b>
    The deadline now: <b>{ $date }</b>. Choose the new day: at most { $limit } days later.
extension-ask-reason =
    ✍️ <b>Why do you need more time?</b>
    New deadline: <b>{ $date }</b>
    Choose a reason or write it in your own words.
extension-sent = 📨 <b>Your request went to the control officer</b>
extension-sent-next = We will write the decision here. Until then the old deadline holds.
extension-due = Deadline now: <b>{ $date }</b>
extension-wanted = Deadline asked for: <b>{ $date }</b>
item-extension-waits = 🗓 More time was asked for: { $date }. The decision is awaited.
item-deadline-extended = Original deadline: { $date } (extended)

## More time: control decides

extension-title = 🗓 <b>A request for more time</b>
extension-asked-by = Asked by: { $person }, { $moment }
extension-granted = ✅ <b>The deadline is extended</b>
extension-refused = ✖️ <b>The deadline is not extended</b>
extension-refusal-reason = Why it is refused: { $reason }
extension-withdrawn = <b>The request was withdrawn</b>
extension-new-due = New deadline: <b>{ $date }</b>
extension-old-due = Deadline before: { $date }
extension-decided-by = Decided by: { $person }
extension-withdrawn-by = Withdrawn by: { $person }
extension-ask-refusal =
    ✖️ <b>Why is it refused?</b>
    Choose a ready reason or write it in your own words. The responsible officer will see it.
extensions-title = <b>Requests for more time: { $count }</b>
extensions-line = { $number }. <b>{ $due } → { $wanted }</b> — { $organisation }: { $text }
extensions-hint = Choose a request:
extensions-none = ✅ <b>No request for more time waits</b>

## More time: the officer hears

news-extension-granted-next = Please finish the work by the new deadline and report it.
news-extension-refused-next = The deadline stays: <b>{ $date }</b>. Please answer how the work stands.

## Several reports at once

together-title = { $count ->
    [one] <b>Accept { $count } report at once?</b>
   *[other] <b>Accept { $count } reports at once?</b>
}
together-line = { $number }. { $organisation }: { $text }
together-line-late = { $number }. { $organisation }: { $text } — <i>handed in late</i>
together-late = ⚠️ Handed in late: <b>{ $count }</b>
together-own = Your own reports are left out: { $count }. Another control officer will review them.
together-none = <b>There is no report on this page that you can accept</b>
together-done = ✅ <b>Reports accepted: { $count }</b>
together-failed = ⚠️ Not accepted: <b>{ $count }</b>
together-failed-line = { $organisation }: { $text } — { $reason }
reviews-line-aged = { $number }. <b>{ $date }</b> ({ $holder }: { $age }) — { $organisation }: { $text }

## The second look

rechecks-title = <b>To be re-checked: { $count }</b>
rechecks-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
rechecks-hint = Choose a report:
rechecks-none = ✅ <b>There is no report for you to re-check</b>
recheck-title = 🔎 <b>Re-check</b>
recheck-accepted = Accepted by: { $person }, { $moment }
recheck-hint = This report was chosen by chance. Is it true?
recheck-stands = ✅ <b>The report stands</b>
recheck-falls = ✖️ <b>The report does not stand</b>
recheck-ask-reason =
    ✖️ <b>Why does it not stand?</b>
    Choose a ready reason or write it in your own words. The organisation will see it.
news-recheck-fell = 🔎 <b>The re-check did not confirm your report</b>
news-recheck-next = This lowers the trust rate of your organisation. Please mend it and tell the control officer.
