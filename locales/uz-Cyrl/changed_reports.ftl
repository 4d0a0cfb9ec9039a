### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = Ҳисобот Сиз кўрганингиздан кейин ўзгарди. Ҳозирги ҳолатини кўриб, қайта қарор қилинг.
