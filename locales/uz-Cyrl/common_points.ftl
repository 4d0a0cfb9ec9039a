### Refusals about service points. Plain text.

refusal-link-revoked = Бу ҳавола аввал бекор қилинган ёки алмаштирилган. Саҳифани янгиланг.
refusal-point-closed = Бу нуқта аввал ёпилган.
refusal-point-open = Бу нуқта аллақачон ишлаяпти.
