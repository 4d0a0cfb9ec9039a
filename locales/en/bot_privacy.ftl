### What is kept of people, and how it goes. Telegram's HTML. Every number of days comes from the jobs that forget.

# $comments, $voters, $wishes: days.
privacy-citizen =
    <b>Privacy</b>

    <b>Not kept:</b> your name, phone number and Telegram number.
    <b>Kept:</b> your mark, the reasons and criteria that you chose, the service, the time and your comment.
    <b>Why and how long:</b> so that one person rates a service once a day, a secret sign is computed from your Telegram number. It goes after { $voters ->
        [one] { $voters } day
       *[other] { $voters } days
    }, the comment after { $comments ->
        [one] { $comments } day
       *[other] { $comments } days
    }; the mark stays as a number that is nobody’s. Phone, passport and card numbers in a comment are hidden before it is saved.
    <b>Who sees it:</b> marks: everybody, but only added up; a low mark and a comment: the organisation and control. Who gave a mark not even the administrator can see.
    <b>If you ask to hear the answer,</b> the number of the chat is kept encrypted until the answer is sent, and never longer than { $wishes ->
        [one] { $wishes } day
       *[other] { $wishes } days
    }.
# $messages: days.
privacy-known =
    <b>Privacy</b>

    <b>Purpose:</b> to control how assignments are carried out.
    <b>Kept:</b> your name, position, Telegram identifier, language, your answers and files.
    <b>Not kept:</b> your phone number and any other chats.
    <b>How long:</b> the identifier: until you withdraw your consent; the text of sent messages: { $messages ->
        [one] { $messages } day
       *[other] { $messages } days
    }; answers and decisions: for good, because they are official.
    <b>Who sees it:</b> your name and answers: your organisation and control. The identifier is shown on no page.

## A citizen wants to be forgotten

forget-ask =
    <b>Shall we forget you?</b>

    The sign that leads from your marks to you, your comments, wishes to hear an answer, the chosen language and anything you began here will go; the marks and the ticked reasons stay as numbers that are nobody’s.

    This cannot be undone. The organisation still looks into a low mark, but its answer will not reach you. Today we take no more marks from you; from tomorrow we do.
forget-ask-known =
    <b>Shall we forget your marks?</b>

    The sign that leads to you from the marks you gave as a citizen, your comments and wishes to hear an answer will go; the marks and the ticked reasons stay as numbers that are nobody’s, and official answers stay under your name.

    This cannot be undone. Today we take no more marks from you; from tomorrow we do.
forget-done = ✅ <b>Forgotten</b>
# $count: marks.
forget-done-marks = { $count ->
    [one] { $count } mark no longer leads to you.
   *[other] { $count } marks no longer lead to you.
}
# $count: comments.
forget-done-comments = { $count ->
    [one] { $count } comment is deleted.
   *[other] { $count } comments are deleted.
}
# $count: wishes to hear an answer.
forget-done-wishes = { $count ->
    [one] { $count } wish to hear an answer is deleted.
   *[other] { $count } wishes to hear an answer are deleted.
}
forget-done-nothing = We found no mark or comment that leads to you.
forget-done-language = The language and anything you began are forgotten too.
forget-done-after = The messages of this chat stay with you and with Telegram: you can delete them yourself. A comment that was sent to an officer before we cannot delete from their chat.

## Somebody whom the city knows

forget-known =
    <b>What can be forgotten?</b>

    Your answers, decisions and files are official documents: they stay under your name and are not deleted.

    If you withdraw the consent to keep your Telegram account, it is unlinked from the system. Marks that you gave as a citizen are forgotten separately.
withdraw-ask =
    <b>Withdraw your consent?</b>

    Your Telegram identifier, your sign-ins to the panel and messages not yet sent will go; your name, position, answers and decisions stay, because they are official.

    After that no reminders come and you cannot answer here; the panel shows your place as vacant. To come back you need a new invitation from an administrator.
withdraw-done =
    ✅ <b>Consent withdrawn</b>

    Your Telegram account is unlinked and the identifier is deleted. Your name and official answers stay. To come back, ask an administrator for a new invitation.
