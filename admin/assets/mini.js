'use strict';
// The panel inside Telegram. Speaks Telegram's own events, so nobody else's script is needed; all pages work without this file.
(function () {
  var root = document.documentElement, FIRST = '/app/', DOOR = '/app/enter';

  function kept() { try { return JSON.parse(sessionStorage.getItem('app')) || {}; } catch (e) { return {}; } }
  function keep() { try { sessionStorage.setItem('app', JSON.stringify(launch)); } catch (e) { /* Then the next page begins anew. */ } }
  function read(text) { try { return JSON.parse(text) || {}; } catch (e) { return {}; } }

  // What Telegram says at the launch stands behind the `#`, which is never sent. It is kept for this visit and leaves the address.
  var launch = kept(), began = location.hash.indexOf('tgWebAppData=') > 0;
  if (began) {
    var said = new URLSearchParams(location.hash.slice(1));
    launch = { data: said.get('tgWebAppData'), theme: read(said.get('tgWebAppThemeParams')) };
    keep();
    history.replaceState(history.state, '', location.pathname + location.search);
  }

  // Text that Telegram signed for one person must not let another person in who was sent it as a link: only Telegram has these.
  var inside = !!window.TelegramWebviewProxy || (window.external && 'notify' in window.external) || window.parent !== window;
  function tell(type, data) {
    data = data || {};
    if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(type, JSON.stringify(data));
    else if (window.external && 'notify' in window.external) window.external.notify(JSON.stringify({ eventType: type, eventData: data }));
    // Who may be around us is said by the content policy, and nothing that is told is a secret.
    else if (window.parent !== window) window.parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), '*');
  }

  // Colours are taken when they can be read: at least 4.5 to 1 on the grounds on which they stand.
  function parts(colour) {
    return /^#[0-9a-f]{6}$/i.test(colour || '') ? [1, 3, 5].map(function (at) { return parseInt(colour.substr(at, 2), 16); }) : null;
  }
  function light(colour) {
    var shares = [0.2126, 0.7152, 0.0722];
    return parts(colour).reduce(function (sum, value, at) {
      value /= 255;
      return sum + shares[at] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }, 0);
  }
  function contrast(one, other) {
    var a = light(one) + 0.05, b = light(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }
  function mixed(from, to, share) {
    var a = parts(from), b = parts(to);
    return '#' + a.map(function (value, at) { return ('0' + Math.round(value + (b[at] - value) * share).toString(16)).slice(-2); }).join('');
  }
  // Our own colours, light and dark: what stands when Telegram's cannot be read.
  var OURS = {
    light: { card: '#ffffff', bg: '#f3f5f9', ink: '#10243a', ink2: '#44566b', ink3: '#5c6c80', pri: '#1b4b9b', on: '#ffffff' },
    dark: { card: '#141e2b', bg: '#0c131d', ink: '#e8eff8', ink2: '#b6c4d6', ink3: '#93a4ba', pri: '#8ab6ff', on: '#0b1a31' }
  };
  function chosen(theme) {
    var card = theme.section_bg_color || theme.bg_color;
    if (!parts(card)) return null;
    var dark = light(card) < 0.18, ours = OURS[dark ? 'dark' : 'light'];
    function ground(colour, else_) {
      return parts(colour) && [ours.ink3, ours.pri].every(function (own) { return contrast(own, colour) >= 4.5; }) ? colour : else_;
    }
    card = ground(card, ours.card);
    var bg = ground(theme.secondary_bg_color, ours.bg);
    function text(own) {
      var wished = Array.prototype.slice.call(arguments, 1);
      return wished.filter(function (colour) {
        return parts(colour) && contrast(colour, card) >= 4.5 && contrast(colour, bg) >= 4.5;
      })[0] || own;
    }
    var ink = text(ours.ink, theme.text_color), pri = text(ours.pri, theme.link_color, theme.button_color, theme.accent_text_color);
    var on = [theme.button_text_color, ours.on, '#ffffff', '#0b1a31'].filter(function (colour) { return parts(colour) && contrast(colour, pri) >= 4.5; })[0];
    return {
      dark: dark, '--card': card, '--bg': bg, '--ink': ink, '--ink2': text(ours.ink2, theme.subtitle_text_color),
      '--ink3': text(ours.ink3, theme.hint_color), '--pri': pri, '--pri-h': mixed(pri, ink, 0.15), '--on-pri': on || ours.on,
      '--sunk': mixed(card, bg, 0.5), '--line': mixed(card, ink, 0.13), '--line2': mixed(card, ink, 0.24)
    };
  }
  function dress() {
    var colours = chosen(launch.theme || {});
    if (!colours) return;
    root.dataset.theme = colours.dark ? 'dark' : 'light';
    Object.keys(colours).forEach(function (name) { if (name !== 'dark') root.style.setProperty(name, colours[name]); });
    tell('web_app_set_header_color', { color: colours['--bg'] });
    tell('web_app_set_background_color', { color: colours['--bg'] });
    tell('web_app_set_bottom_bar_color', { color: colours['--card'] });
  }

  // Back leads to the page before; from the first that was opened, to the overview.
  function back() {
    var before = document.referrer.indexOf(location.origin) === 0 ? new URL(document.referrer).pathname : '';
    if (before.indexOf(FIRST) === 0 && before !== DOOR) history.back();
    else location.replace(FIRST);
  }
  function greet() {
    tell('web_app_setup_back_button', { is_visible: location.pathname !== FIRST && location.pathname !== DOOR });
    dress();
  }

  function heard(type, data) {
    if (type === 'theme_changed' && data && data.theme_params) { launch.theme = data.theme_params; keep(); dress(); }
    else if (type === 'back_button_pressed') back();
    else if (type === 'safe_area_changed' && data) root.style.setProperty('--safe', (Number(data.bottom) || 0) + 'px');
    else if (type === 'reload_iframe') location.reload();
  }
  window.Telegram = { WebView: { receiveEvent: heard } };
  window.TelegramGameProxy = window.Telegram.WebView;
  window.TelegramGameProxy_receiveEvent = heard;
  window.addEventListener('message', function (e) {
    if (e.source !== window.parent || e.source === window) return;
    var event = typeof e.data === 'string' ? read(e.data) : {};
    heard(event.eventType, event.eventData);
  });

  if (began) { tell('iframe_ready', { reload_supported: true }); tell('web_app_ready'); tell('web_app_expand'); tell('web_app_request_safe_area'); }
  greet();
  // A page that comes back from the browser's own memory runs nothing again.
  window.addEventListener('pageshow', function (e) { if (e.persisted) { launch = kept(); greet(); } });

  // What is not ours is opened by Telegram, beside us.
  document.addEventListener('click', function (e) {
    var link = e.target.closest('a[href]');
    if (!link || link.origin === location.origin || !/^https?:$/.test(link.protocol)) return;
    e.preventDefault();
    if (link.hostname === 't.me') tell('web_app_open_tg_link', { path_full: link.pathname + link.search });
    else tell('web_app_open_link', { url: link.href });
  });

  // The door: what Telegram signed is handed over, and one goes on.
  document.addEventListener('DOMContentLoaded', function () {
    var door = document.querySelector('[data-enter]');
    if (!door || !launch.data || !inside) return;
    function say(word) {
      door.querySelectorAll('[data-say]').forEach(function (line) { line.hidden = line.dataset.say !== word; });
      door.querySelector('[data-again]').hidden = word !== 'failed';
      door.querySelector('[data-close]').hidden = word === 'wait' || word === 'failed';
    }
    function knock() {
      say('wait');
      var form = new URLSearchParams({ data: launch.data, to: door.dataset.to });
      fetch(door.dataset.enter, { method: 'POST', body: form }).then(function (answer) { return answer.json(); }).then(function (answer) {
        if (answer.to) location.replace(answer.to); else say(answer.state);
      }).catch(function () { say('failed'); });
    }
    door.querySelector('[data-again]').addEventListener('click', knock);
    door.querySelector('[data-close]').addEventListener('click', function () { tell('web_app_close'); });
    knock();
  });
})();
