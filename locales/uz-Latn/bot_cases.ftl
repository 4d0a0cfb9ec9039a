### Past baholar boʻyicha murojaatlar haqida bot yozadigan matnlar, Telegram HTML. Qiymatlar ekranlanadi.

## For officers

case-title-open = ⚠️ <b>Fuqaro past baho qoʻydi</b>
case-title-again = ⚠️ <b>Javob yordam bermadi: murojaat qayta ochildi</b>
case-title-answered = ✅ <b>Murojaatga javob berildi</b>
case-title-withdrawn = ✖️ <b>Fuqaro bahoni oshirdi: javob kerak emas</b>
case-title-left-out = ✖️ <b>Baho tekshiruvdan soʻng hisobga olinmadi: javob kerak emas</b>
case-mark-given = Baho: { $stars }
case-answer-given = Javob: “{ $words }”
case-waits-for-answer = Fuqaro javobni kutmoqda.
case-said-solved = ✅ Fuqaro aytadi: yordam berdi.
case-said-partly = Fuqaro aytadi: qisman yordam berdi.
case-said-not = ❗ Fuqaro aytadi: yordam bermadi.
case-ask-words =
    <b>Javobni bitta xabar bilan yozing</b>
    Nima qilindi yoki qachon qilinadi? Koʻpi bilan { $limit } belgi.
case-ask-for-citizen = Fuqaro uni Siz yozganingizdek oʻqiydi.
case-ask-for-control = Uni nazorat oʻqiydi. Kim baholagani nomaʼlum.
case-words-missing = Iltimos, javobni soʻz bilan yozing.
case-words-late = Yozganingiz saqlanmadi: bu murojaatga endi javob kerak emas. Hozirgi holati quyida.
cases-title = <b>Javob kutayotgan past baholar: { $count } ta</b>
cases-line = { $number }. <b>{ $due }</b> ({ $left }) — { $stars } { $service }
cases-none = ✅ <b>Javobingizni kutayotgan past baho yoʻq</b>

## For leaders

cases-late-title = 🛑 <b>Muddatida javob berilmagan past baholar: { $count } ta</b>
cases-late-next = Masʼul xodimlarga eslatilgan. Iltimos, fuqarolarga javob berilishini nazorat qiling.

## For citizens

case-will-hear =
    <b>Javobni shu yerga yuboramiz</b>

    Buning uchun shu chatning raqami javob yuborilguncha shifrlangan holda saqlanadi, keyin oʻchiriladi. Tashkilot Sizning kimligingizni koʻrmaydi.
case-answer-title = <b>Tashkilot bahongizga javob berdi</b>
case-answer-question = Bu yordam berdimi?
case-judged-solved = ✅ Rahmat. Yordam berganidan xursandmiz.
case-judged-partly = Rahmat. Tashkilot qisman yordam berganini koʻradi.
case-judged-again = Murojaat qayta ochildi, bundan tashkilot rahbari va nazorat xabardor boʻladi. Javob <b>{ $date }</b> kuniga qadar berilishi kerak; Siz uni shu yerda oʻqiysiz.
case-judged-not = Aytganingiz uchun rahmat, nazorat buni koʻradi. Yagona portalga (my.gov.uz) murojaat qilishingiz yoki hokimlikka qoʻngʻiroq qilishingiz ham mumkin.
