'use strict';
// All of the panel works without this file; it only adds comfort.
(function () {
  document.addEventListener('click', function (e) {
    if (e.target.closest('.js-print')) window.print();
    document.querySelectorAll('details.pop[open]').forEach(function (d) { if (!d.contains(e.target)) d.open = false; });
  });
  // What was refused begins where it is mended.
  var wrong = document.querySelector('main :is(input, select, textarea):is([aria-invalid=true], [aria-describedby*="-error"])');
  if (wrong && !document.querySelector('main [autofocus]')) wrong.focus();
  // A text to be sent on is copied by a button, where the browser can.
  document.querySelectorAll('.js-copy').forEach(function (b) {
    if (!navigator.clipboard) return;
    b.hidden = false;
    b.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(b.dataset.copy).value).then(function () {
        b.querySelector('span').textContent = b.dataset.copied;
      });
    });
  });
  // Forms are sent once. One that only reads, or brings a file, leaves the page where it is: it can be sent again, but not by a
  // double press.
  document.addEventListener('submit', function (e) {
    var form = e.target;
    if (form.method === 'get') return;
    if (form.dataset.again === undefined) setTimeout(function () { form.querySelectorAll('button').forEach(function (b) { b.disabled = true; }); });
    else if (e.timeStamp - form.asked < 2000) e.preventDefault();
    else form.asked = e.timeStamp;
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('button:disabled').forEach(function (b) { b.disabled = false; });
  });

  // Sign-in: goes on by itself when it was confirmed in Telegram.
  var wait = document.querySelector('[data-wait]');
  if (wait) (function ask() {
    setTimeout(function () {
      fetch(wait.dataset.wait).then(function (r) { return r.text(); }).then(function (state) {
        if (state === 'approved') wait.submit();
        else if (state === 'asked') ask();
        else if (state === 'refused' || state === 'gone') location.reload();
        else ask();
      }).catch(ask);
    }, 1500);
  })();

  // Single keys lead somewhere, unless the person has turned them off: see /keys.
  var shell = document.querySelector('.shell'), before = '', when = 0;
  // Inside Telegram all addresses have the same beginning more.
  var root = shell ? shell.querySelector('.brand').getAttribute('href') : '/';
  function step(by) {
    var all = Array.from(document.querySelectorAll('main a.rl, main a.li, main [data-row]')).filter(function (a) { return a.offsetParent; });
    var at = all.indexOf(document.activeElement);
    var to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (to) to.focus();
  }
  if (shell && 'keys' in shell.dataset) document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.defaultPrevented || e.target.closest('input, textarea, select, [contenteditable]')) return;
    var slash = e.key === '/' || (e.code === 'Slash' && !e.shiftKey), help = e.key === '?' || (e.code === 'Slash' && e.shiftKey);
    // By their place on the keyboard: letters of other scripts stand there as well.
    var key = help ? '?' : slash ? '/' : e.shiftKey ? '' : e.code, after = e.timeStamp - when < 1500 ? before : '';
    before = key; when = e.timeStamp;
    if (after === 'KeyG' && key === 'KeyO') location.href = root;
    else if (after === 'KeyG' && key === 'KeyL') location.href = root + 'obligations';
    else if (key === 'KeyJ') step(1);
    else if (key === 'KeyK') step(-1);
    else if (key === '?') location.href = root + 'keys';
    else if (key === '/') { var field = document.querySelector('#sq') || document.querySelector('#q'); if (field && field.offsetParent) field.select(); else location.href = root + 'search'; }
    else return;
    e.preventDefault();
  });

  // Numbers change in place; a list that changed is announced and waits for the reader.
  if (!shell || !shell.dataset.events || !window.EventSource) return;
  function look() {
    fetch(location.href).then(function (r) {
      // Not loaded anew: the page may be the answer to a form, which would be sent once more.
      if (r.redirected) { location.replace(r.url); return ''; }
      return r.ok ? r.text() : '';
    }).then(function (html) {
      if (!html) return;
      var page = new DOMParser().parseFromString(html, 'text/html');
      document.querySelectorAll('[data-live]').forEach(function (old) {
        var now = page.getElementById(old.id);
        if (now && now.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) old.innerHTML = now.innerHTML;
      });
      document.querySelectorAll('[data-list]').forEach(function (old) {
        var now = page.getElementById(old.id);
        if (now && now.dataset.list !== old.dataset.list) document.getElementById('fresh').hidden = false;
      });
    }).catch(function () {});
  }
  var late = false, source = null;
  function listen() {
    source = new EventSource(shell.dataset.events);
    source.addEventListener('change', function () { if (!document.hidden) look(); else late = true; });
    // Refused for good: the session has ended, and looking leads to the sign-in.
    source.addEventListener('error', function () { if (source.readyState === EventSource.CLOSED) look(); });
  }
  listen();
  // What is being made tells of itself by nobody's event.
  var poll = setInterval(function () { if (document.querySelector('[data-poll]')) look(); else clearInterval(poll); }, 2000);
  // A page that is kept for the way back must not hold its connection: browsers have six for a site.
  window.addEventListener('pagehide', function () { source.close(); });
  window.addEventListener('pageshow', function (e) { if (e.persisted) { listen(); look(); } });
  document.addEventListener('visibilitychange', function () { if (!document.hidden && late) { late = false; look(); } });
})();
