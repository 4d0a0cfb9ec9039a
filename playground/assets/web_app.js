// A page that the bot opens inside Telegram: a frame over the chat, and the events that pass between the two.

import { make } from "./message.js";
import { change } from "./server.js";

const $ = (id) => document.getElementById(id);
const style = getComputedStyle(document.documentElement);
const dark = matchMedia("(prefers-color-scheme: dark)");
let origin = "";

function theme() {
  const colour = (name) => style.getPropertyValue(name).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  return {
    bg_color: colour("--card"), secondary_bg_color: colour("--bg"), section_bg_color: colour("--card"), text_color: colour("--ink"),
    subtitle_text_color: colour("--ink2"), hint_color: colour("--ink3"), link_color: colour("--link"), accent_text_color: colour("--link"),
    button_color: colour("--primary"), button_text_color: colour("--on-primary"), header_bg_color: colour("--card"),
  };
}

function tell(eventType, eventData = {}) {
  $("web-app-frame")?.contentWindow.postMessage(JSON.stringify({ eventType, eventData }), origin);
}

function close() {
  $("web-app").hidden = true;
  $("web-app-frame")?.remove();
}

const heard = {
  web_app_setup_back_button: (data) => { $("web-app-back").hidden = !data.is_visible; },
  web_app_close: close,
  web_app_set_header_color: (data) => { if (/^#[0-9a-f]{6}$/i.test(data.color || "")) $("web-app-top").style.background = data.color; },
  web_app_request_theme: () => tell("theme_changed", { theme_params: theme() }),
  web_app_open_link: (data) => { if (/^https?:/.test(data.url || "")) window.open(data.url, "_blank", "noopener"); },
};

// Opens `url` for this person with what Telegram would sign for them.
export async function open(person, name, title, url) {
  const { data } = await change("launch", { person });
  const said = { tgWebAppData: data, tgWebAppVersion: "9.1", tgWebAppPlatform: "web", tgWebAppThemeParams: JSON.stringify(theme()) };
  const hash = Object.entries(said).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  origin = new URL(url).origin;
  $("web-app-name").textContent = name;
  $("web-app-back").hidden = true;
  $("web-app-top").style.background = "";
  $("web-app").hidden = false;
  // A new frame each time, with what Telegram's own page on the web lets its frames do.
  $("web-app-frame")?.remove();
  const sandbox = "allow-scripts allow-same-origin allow-popups allow-forms allow-modals";
  $("web-app").append(make("iframe", { id: "web-app-frame", title, sandbox, src: `${url}#${hash}` }));
  $("web-app-close").focus();
}

export function connect() {
  $("web-app-close").addEventListener("click", close);
  $("web-app-back").addEventListener("click", () => tell("back_button_pressed"));
  dark.addEventListener("change", () => tell("theme_changed", { theme_params: theme() }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  window.addEventListener("message", (event) => {
    if (event.source !== $("web-app-frame")?.contentWindow || event.origin !== origin) return;
    try {
      const { eventType, eventData } = JSON.parse(event.data);
      heard[eventType]?.(eventData || {});
    } catch {
      // What is no event of Telegram is not for us.
    }
  });
}

export { close };
