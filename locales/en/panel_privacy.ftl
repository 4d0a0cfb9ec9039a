### The public page that says what is kept of people. Plain text. Every number comes from the jobs that forget.

kept-title = Privacy
kept-lead = What is kept, for how long, why, and who sees it.
kept-citizens = Those who rate services
kept-people = Staff who work in the system
kept-why = Why
kept-who = Who sees it
kept-long = Kept for
kept-mark = The mark, ticked reasons and criteria, the service, place and time
kept-mark-why = To measure the quality of services
kept-mark-who = Everybody, but only added up; a low mark by itself: that organisation and control
kept-mark-long = For good, as a number that is nobody’s
kept-sign = A secret sign computed from the Telegram number
kept-sign-why = So that one person rates a service once a day, can change the mark and hear the answer
kept-sign-who = Nobody. Only somebody who held both the server’s key and the database could test a guess, so the two are kept apart
# $days: of a vote. $wishes: the longest wait for an answer, in days.
kept-sign-long =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. While an answer of the organisation is awaited, as long again after the answer; the wait is never longer than { $wishes ->
        [one] { $wishes } day
       *[other] { $wishes } days
    }. The yearly key by which signs are computed is destroyed when the year is over and its signs are gone
kept-comment = The comment. Phone, passport and card numbers and PINFL in it are hidden before it is saved
kept-comment-why = So that the organisation can put things right
kept-comment-who = That organisation and control
# $days: of a comment. $hidden: of a hidden one.
kept-comment-long =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }; one hidden for abuse: { $hidden ->
        [one] { $hidden } day
       *[other] { $hidden } days
    }
kept-chat = The number of the chat, encrypted: only for those who ask to hear the answer
kept-chat-why = To deliver the answer
kept-chat-who = Nobody: the program opens it when it sends
# $days: at most.
kept-chat-long =
    Until the answer is sent, never longer than { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
kept-talk = The chosen language and what was begun in the chat
kept-talk-why = So that the conversation can go on
kept-parked = A message that a fault kept from being handled, encrypted
kept-parked-why = To handle it when the fault is mended
kept-asked = A note that somebody asked to be forgotten
kept-asked-why = So that nobody rates twice on that day
kept-asked-long = Until the end of that day
kept-guess = That wrong visit codes were tried
kept-guess-why = So that nobody finds a code by trying
kept-name = Name, position, role and language
kept-name-why = So that it is known who is responsible for what
kept-name-who = Staff who are signed in
kept-account = Telegram identifier
kept-account-why = To remind and to take answers
kept-account-who = Nobody: it is shown on no page
kept-account-long = Until the consent is withdrawn
kept-acts = Answers, decisions and files
kept-acts-why = To control how the plan is carried out
kept-acts-who = That organisation and control
kept-always = For good: it is the official record
kept-messages = The text of sent messages
kept-messages-why = To check that they arrived
kept-messages-who = The administrator; the text only when a fault of the program kept it from being sent
# $days: of sent ones. $undelivered: of those that did not arrive.
kept-messages-long =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }; of those that did not arrive: { $undelivered ->
        [one] { $undelivered } day
       *[other] { $undelivered } days
    }
kept-session = Sign-in to the panel
kept-session-why = So that nobody has to sign in every time
# $days: in any case. $hours: without use.
kept-session-long =
    Without use { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }, in any case { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
kept-invite = The trace of an invitation link
kept-invite-why = So that a link is used once
kept-invite-who = The administrator
# $days: of its trace. $hours: of its use.
kept-invite-long =
    The link works for { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }, its trace is kept for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
kept-nobody = Nobody
# $count: days.
kept-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
kept-never = What is never kept
kept-never-text = A citizen’s name, phone number, Telegram name and number; voice messages, photos, locations and contacts. Not even the administrator can see who gave a mark: on no page, in no download, in no log of the program, in no backup.
kept-forget = How to have your data removed
kept-forget-text = Write /forget to the bot. The sign on your marks, your comments, wishes to hear an answer, the language and anything you began will go; the marks stay as numbers that are nobody’s. A comment that was sent to an officer before stays in their chat.
kept-withdraw = When somebody on the staff withdraws their consent
kept-withdraw-text = A button under the command /privacy in the bot unlinks the Telegram account, deletes the identifier and ends the reminders. Name, answers and decisions stay, because they are official.
kept-copies = Backups
kept-copies-text = What was removed stays in an earlier backup until that one is replaced. There is no citizen’s name or Telegram number in it either.
kept-law = Law
kept-law-text = Law of the Republic of Uzbekistan on Personal Data, ZRU-547 of 02.07.2019. With questions, please turn to the hokimiyat.
