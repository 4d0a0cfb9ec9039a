### Words of control that the bot and the panel share, and the pages of control. Plain text.

## Whom an assignment waits for

holder-officer = masʼul xodimda
holder-controller = nazoratchida
holder-deputy-hokim = hokim oʻrinbosarida
holder-for = { $holder }: { $days }
holder-just-now = yangi

## Why the city says no

refusal-extension-waits = Qoʻshimcha vaqt allaqachon soʻralgan, qaror kutilmoqda.
refusal-extension-not-later = Yangi muddat hozirgi muddatdan keyingi, hali oʻtmagan ish kuni boʻlishi kerak.
refusal-extension-too-far = Muddatni koʻpi bilan { $limit } kunga uzaytirish mumkin.
refusal-extension-decided = Bu soʻrov boʻyicha qaror allaqachon qabul qilingan yoki u qaytarib olingan.
refusal-own-request = Oʻzingiz yuborgan soʻrov boʻyicha oʻzingiz qaror qabul qila olmaysiz. Uni boshqa nazoratchi koʻrib chiqadi.
refusal-own-decision = Bu hisobotni oʻzingiz qabul qilgansiz. Uni boshqa nazoratchi qayta tekshiradi.
refusal-recheck-decided = Bu hisobot allaqachon qayta tekshirilgan.

## One assignment: more time

extension-form = Qoʻshimcha vaqt soʻrash
extension-form-day = Yangi muddat
extension-form-reason = Nega qoʻshimcha vaqt kerak?
extension-form-send = Soʻrov yuborish
extension-form-note = Koʻpi bilan { $limit } kun. Dam olish kuni keyingi ish kuniga koʻchadi.
extension-card = Muddatni uzaytirish soʻrovi
extension-card-lead = { $name } muddatni uzaytirishni soʻradi: { $due } → { $wanted }.
extension-card-waits = Nazoratchining qarori kutilmoqda. Ungacha avvalgi muddat amal qiladi.
extension-card-reason = Izoh (rad etishda shart)
extension-card-grant = Muddatni uzaytirish
extension-card-refuse = Rad etish
extension-card-withdraw = Soʻrovni qaytarib olish
extension-said-asked = Soʻrov nazoratchiga yuborildi.
extension-said-granted = Muddat uzaytirildi. Masʼul xodimga xabar qilinadi.
extension-said-refused = Soʻrov rad etildi. Sababi masʼul xodimga xabar qilinadi.
extension-said-withdrawn = Soʻrov qaytarib olindi.
fact-original-due = Asl muddat
fact-ball = Kimda turibdi
fact-ball-nobody = hech kimda: masʼul xodim yoʻq
history-extension-asked = Qoʻshimcha vaqt soʻraldi: { $due } → { $wanted }.
history-extension-granted = Muddat uzaytirildi: { $due } → { $wanted }.
history-extension-refused = Qoʻshimcha vaqt berilmadi.
history-extension-withdrawn = Qoʻshimcha vaqt soʻrovi qaytarib olindi.
history-taken-back = Hisobotni qaytarib oldi.
history-accept-undone = Qabul qilish bekor qilindi: hisobot yana tekshiruvda.
history-return-undone = Qayta ijroga yuborish bekor qilindi: hisobot yana tekshiruvda.
history-recheck-chosen = Hisobot tasodifiy tanlov bilan qayta tekshirishga olindi.
history-recheck-stands = Qayta tekshirildi: hisobot tasdiqlandi.
history-recheck-falls = Qayta tekshirildi: hisobot tasdiqlanmadi.

## Rates

rate-by-original = asl muddat boʻyicha { $percent }
org-trust = Ishonch darajasi
org-trust-of = { $all } ta qayta tekshiruvdan { $stood } tasi tasdiqlandi
org-trust-none = 12 oyda qayta tekshiruv boʻlmagan

## Several reports at once

together-pick = Tanlash: { $text }
together-panel = Tanlangan hisobotlar
together-accept = Tanlanganlarni qabul qilish
together-return = Tanlanganlarni qaytarish
together-reason = Sabab (qaytarishda shart, hammasi uchun bitta)
together-chosen = Tanlangan hisobotlar: { $count }
together-accepted = Qabul qilindi: { $count } ta hisobot.
together-returned = Qayta ijroga yuborildi: { $count } ta hisobot.
together-left = Bajarilmadi: { $count } ta. Sabablari quyida.
together-told-at = Qarorni soat { $time } gacha bekor qilishingiz mumkin. Soʻng xodimlarga ish vaqtida xabar boradi.
together-undo = Bekor qilish
together-undone = Qaror bekor qilindi: { $count } ta hisobot yana tekshiruvda. Xodimlarga xabar berilmadi.
together-not-undone = Qaror bekor qilinmadi.
together-stayed = Qaror oʻz kuchida qoldi: { $count } ta. Sabablari quyida.
together-pick-page = Sahifadagi { $count } tasini tanlash
together-pick-all = Topilgan { $count } tasini tanlash
together-pick-first = Birinchi { $count } tasini tanlash
together-pick-none = Tanlovni olib tashlash
together-nothing = Hech narsa tanlanmagan. Roʻyxatda kamida bitta hisobotni belgilang.
together-back = Roʻyxatga qaytish

## The page of control

control-title = Nazorat
control-text = Soʻrovlar, qayta tekshirish va navbat kimda turgani
control-holders = Kimda turibdi
control-officer = Masʼul xodimlarda
control-controller = Nazoratchida
control-deputy-hokim = Hokim oʻrinbosarida
control-patience-note = Nazoratchi { $days } ish kunidan ortiq ushlab turgan ish hokim oʻrinbosariga oʻtadi.
control-extensions = Muddatni uzaytirish soʻrovlari
control-no-extensions = Qaror kutayotgan soʻrov yoʻq.
control-rechecks = Qayta tekshirish
control-rechecks-text = Qabul qilingan hisobotlarning bir qismi tasodifiy tanlanadi. Uni qabul qilgan nazoratchi qayta tekshirmaydi.
control-no-rechecks = Siz qayta tekshiradigan hisobot yoʻq.
control-recheck-accepted = { $name } qabul qilgan, { $date }
control-recheck-reason = Sabab (tasdiqlanmasa, shart)
control-stands = Tasdiqlayman
control-falls = Tasdiqlamayman
control-said-stands = Hisobot tasdiqlandi.
control-said-falls = Hisobot tasdiqlanmadi. Tashkilotga xabar qilinadi.
control-settings = Sozlamalar
control-percent = Qabul qilingan hisobotlarning necha foizi qayta tekshiriladi?
control-patience = Nazoratchi necha ish kuni ushlab turishi mumkin?
control-save = Saqlash
control-said-saved = Sozlamalar saqlandi.
control-wrong = Foiz 0 dan 100 gacha, kunlar 1 dan { $limit } gacha boʻlgan butun son boʻlsin.
overview-extensions = { $count } ta muddatni uzaytirish soʻrovi qaror kutmoqda
overview-deputy-hokim = { $count } ta ish nazoratchida ortiqcha ushlanib qolgan

## Cancelling

obligation-cancel = Topshiriqni bekor qilish
obligation-cancel-reason = Bekor qilish sababi
obligation-cancel-yes = Bekor qilish
obligation-cancel-note = Topshiriq hisobdan chiqariladi, ijrochilar sababi bilan xabar oladi. Bekor qilingan topshiriqni qaytarib boʻlmaydi.
obligation-said-cancelled = Topshiriq bekor qilindi. Ijrochilarga sababi bilan xabar yuboriladi.
