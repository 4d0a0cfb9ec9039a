### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = Hisobot Siz koʻrganingizdan keyin oʻzgardi. Hozirgi holatini koʻrib, qayta qaror qiling.
