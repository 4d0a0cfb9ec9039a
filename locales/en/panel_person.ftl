### The page of one person, and what an invitation says. Plain text.

person-roles = Roles
person-no-roles = No role at present.
person-grant = Give one more role
person-grant-note = The role holds at the chosen organisation and at all that stand below it. No new link is needed: it works at once for somebody who is linked to the bot.
person-give = Give the role
person-own-note = Nobody gives themselves a role: another administrator does.
person-describe = Name and position
person-said-granted = The role was given.
person-was-granted = A role was given: { $role }.
person-was-ended = A role was ended: { $role }.
person-has-joined = Accepted the invitation.
person-has-withdrawn = Withdrew the consent: the Telegram account was unlinked.
# $after, $before: names.
person-was-described = The name or the position was changed: { $before } → { $after }.
person-position-missing = Please give the position in Uzbek (Latin script) as well: the others translate it.
invited-text = A text ready to be sent
# $city: the hokimiyat; $link: the one-time link; $name: of the invited; $role: what they become; $until: until when.
invited-message =
    Hello, { $name }!
    You are invited to { product-name } ({ $city }). Your role: { $role }.
    Open this link in Telegram and press “Start”:
    { $link }
    The link works once, until { $until }. Do not pass it on.
invited-copy = Copy the text
invited-copied = Copied
refusal-own-role = Nobody gives themselves a role. Ask another administrator.
refusal-last-administrator = This is the only administrator of the whole city. Appoint another one first.
