### What follows an answer: the promised day, the reason, the proof. In Telegram's HTML; values are escaped.

## After an answer: the promised day, the reason, the proof

item-evidence-required = 📎 Proof is required
answer-ask-proof =
    <b>📎 This assignment needs proof</b>
    Send a photo, a document, a link, a NIS.UZ number, or a note of at least { $least } characters. With it the report is handed in.
answer-not-reported-yet = The report is not handed in yet.
answer-ask-day = 📅 When will it be ready? Choose a day, or send a note (up to { $limit } characters) and documents.
answer-choose-day = 📅 <b>By which day will it be ready?</b>
answer-promised = 📅 Promised day: <b>{ $date }</b>
answer-promised-after-due = ⚠️ This day is after the deadline. The deadline does not move: <b>{ $date }</b>.
answer-ask-why-nothing = ✍️ Why is there nothing to report? Choose a reason or write it (up to { $limit } characters).
answer-nothing-needs-acceptance = This answer counts once a control officer has accepted it.
answer-ask-take-back = ↩️ <b>Take the report back?</b>
answer-taken-back-is-open = The assignment will be open again. The day on which you hand in a new report is the one that counts.
answer-taken-back-late = ⚠️ The deadline has passed: a new report will count as late.
evidence-of-answer = Answer: “{ $answer }”.
evidence-files-kept = { $count ->
    [one] 📎 <b>Attached to the answer: { $count } file</b>
   *[other] 📎 <b>Attached to the answer: { $count } files</b>
}
evidence-record-kept = 📎 <b>NIS.UZ number attached:</b> { $number }
evidence-cause-kept = ✍️ <b>Reason kept:</b> { $reason }
evidence-ask-record =
    <b>Write the number of the record in NIS.UZ</b>
    4 to 20 letters, digits and hyphens. For example: 123456
evidence-ask-more =
    <b>📎 What would you like to add?</b>
    Send text (up to { $limit } characters), a photo, a document, a link or a NIS.UZ number.
evidence-not-taken =
    <b>We cannot take this file: { $name }</b>
    We take photos, PDF, DOCX, XLSX, PPTX, TXT, CSV and archives (ZIP, RAR, 7Z). Instead of other files you can send a link or text.
evidence-edited =
    ✏️ <b>Change kept: version { $version } of the answer</b>
    The earlier version stays on record too.
unsupported-voice = We cannot take a voice message. Please write the same as text.
unsupported-video = We cannot take videos. Please send some photos or a link to the video.
unsupported-sticker = A sticker cannot be added to an answer. Please send text, a photo or a document.
unsupported-contact = A phone number is not needed and is not kept. Please send text, a photo or a document.
unsupported-location = A location is not kept. Please write the address or send a photo of the place.

## A file that could not be fetched

news-file-lost =
    ⚠️ <b>We could not get the file: { $name }</b>
    Telegram was not able to give it to us, so it does not open in your answer. Please send the file again.

## The proof as a controller sees it

review-link = 🔗 { $link }
review-record = 🔢 NIS.UZ number: { $number }
review-changed = { $count ->
    [one] ✏️ The answer was changed { $count } time
   *[other] ✏️ The answer was changed { $count } times
}
files-not-sent = The files could not be sent here. You can open them in the panel.
