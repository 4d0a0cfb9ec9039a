### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = Hisobot Siz koʻrganingizdan keyin oʻzgardi. Hozirgi holatini koʻrib, qayta qaror qiling.
refusal-nothing-to-take-back = Qaytarib olinadigan hisobot yoʻq: u tekshiruvda emas.
refusal-report-taken-back = Bu hisobot qaytarib olingan. Topshiriqni ochib, yangi javob bering.

# What became of a report while somebody else was about to decide. At most 200 characters.
toast-accepted-by = Bu hisobotni { $person } qabul qilib boʻlgan: { $moment }.
toast-returned-by = Bu hisobotni { $person } qayta ijroga yuborgan: { $moment }.
toast-cancelled-by = Bu topshiriqni { $person } bekor qilgan: { $moment }.
toast-taken-back-by = Bu hisobotni { $person } qaytarib olgan: { $moment }.
