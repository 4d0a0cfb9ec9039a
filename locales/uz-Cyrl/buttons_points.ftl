### Buttons below links that are not valid any more. Plain text.

button-rate-here = Баҳолаш
