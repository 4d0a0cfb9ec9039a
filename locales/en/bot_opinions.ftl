### What the bot writes to a citizen after a mark, in Telegram's HTML. Values are escaped.

# Which reasons were ticked. $reasons: their names, joined by commas.
opinion-reasons = ☑️ { $reasons }
# The criteria with their marks. $criteria: ready, joined by dots.
opinion-criteria = 📋 { $criteria }
opinion-hint-low = What was wrong? Tick it or write it right here, if you like.
opinion-hint-high = What was good? Tick it or write it right here, if you like.
opinion-kept = <i>Kept: the service, the mark, the time and what you add. Not kept: your name and number.</i>
# Above the question about one criterion. $number of $of.
criterion-title = <b>{ $number }/{ $of } · { $criterion }</b>
criterion-ask-legality = Was everything done by the law and the rules?
criterion-ask-quality = Was the service done well?
criterion-ask-timeliness = Was it done in time?
criterion-ask-accessibility = Was it easy to reach, to get in and to understand?
criterion-scale = <i>1 is very bad, 5 is excellent</i>

## Comments

comment-cut = ✂️ The comment was long: its first { $limit ->
    [one] { $limit } character is
   *[other] { $limit } characters are
} saved. To shorten it, edit your message.
comment-changed = 💬 Your comment is updated
comment-already = This mark has a comment already, so your last message was not kept.
comment-change-hint = <i>To change the comment today, edit your message.</i>
comment-no-voice =
    <b>We take no voice or video messages</b>

    A voice tells who you are, so it was not kept. Please write your comment in words.
comment-no-contact =
    <b>The contact or place was not kept</b>

    We do not need to know who you are. Please write your comment in words.
comment-no-sticker = Thank you! But a sticker cannot be kept as a comment. Please write a word or two.
