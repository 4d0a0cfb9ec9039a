### The page of one person, and what an invitation says. Plain text.

person-roles = Vazifalari
person-no-roles = Hozir vazifasi yoʻq.
person-grant = Yana bir vazifa berish
person-grant-note = Vazifa tanlangan tashkilotda va unga boʻysunadiganlarda amal qiladi. Yangi havola kerak emas: kishi botga ulangan boʻlsa, darhol ishlaydi.
person-give = Vazifani berish
person-own-note = Hech kim oʻziga vazifa bera olmaydi: buni boshqa administrator qiladi.
person-describe = Ismi va lavozimi
person-said-granted = Vazifa berildi.
person-was-granted = Vazifa berildi: { $role }.
person-was-ended = Vazifa tugatildi: { $role }.
person-has-joined = Taklifni qabul qildi.
person-has-withdrawn = Roziligini qaytarib oldi: Telegram hisobi uzildi.
# $after, $before: names.
person-was-described = Ismi yoki lavozimi oʻzgartirildi: { $before } → { $after }.
person-position-missing = Lavozimni oʻzbekcha (lotin yozuvida) ham yozing: qolganlari uning tarjimasi.
invited-text = Yuborish uchun tayyor matn
# $city: the hokimiyat; $link: the one-time link; $name: of the invited; $role: what they become; $until: until when.
invited-message =
    Assalomu alaykum, { $name }!
    Siz “{ product-name }” tizimiga taklif qilindingiz ({ $city }). Vazifangiz: { $role }.
    Telegram orqali shu havolani oching va pastdagi boshlash tugmasini bosing:
    { $link }
    Havola bir marta, { $until } gacha ishlaydi. Uni boshqalarga bermang.
invited-copy = Matndan nusxa olish
invited-copied = Nusxa olindi
refusal-own-role = Hech kim oʻziga vazifa bera olmaydi. Boshqa administratordan soʻrang.
refusal-last-administrator = Bu butun shaharning yagona administratori. Avval boshqasini tayinlang.
