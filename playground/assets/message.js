// Draws one message as Telegram draws it. Texts of people and bots only ever become text nodes.

import { fileAddress } from "./server.js";

export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// Offsets are UTF-16 units on both sides, so they cut a JavaScript string as they are.
export function formatted(text, entities, page) {
  const build = (from, to, list) => {
    const nodes = [];
    let at = from;
    for (let i = 0; i < list.length; i += 1) {
      const entity = list[i];
      const begin = Math.max(entity.offset, at);
      const end = Math.min(entity.offset + entity.length, to);
      if (begin >= end) continue;
      if (begin > at) nodes.push(text.slice(at, begin));
      const inside = list.slice(i + 1).filter((other) => other.offset < end);
      nodes.push(wrap(entity, text.slice(begin, end), build(begin, end, inside), page));
      at = end;
    }
    if (at < to) nodes.push(text.slice(at, to));
    return nodes;
  };
  return build(0, text.length, entities);
}

function wrap(entity, plain, inside, page) {
  const { t } = page;
  switch (entity.type) {
    case "text_link":
      return link(entity.url, inside, page);
    case "url":
      return link(/^[a-z]+:\/\//i.test(plain) ? plain : `http://${plain}`, inside, page);
    case "email":
      return make("a", { href: `mailto:${plain}` }, ...inside);
    case "bot_command":
      return make("button", { type: "button", class: "inline-command", onclick: () => page.say(plain) }, ...inside);
    case "spoiler": {
      const spoiler = make("button", { type: "button", class: "spoiler", "aria-label": t("playground-spoiler") }, ...inside);
      spoiler.addEventListener("click", () => {
        spoiler.classList.add("open");
        spoiler.removeAttribute("aria-label");
      });
      return spoiler;
    }
    case "expandable_blockquote": {
      // What is short anyway is not folded.
      if (plain.length < 110 && plain.split("\n").length < 4) return make("blockquote", {}, ...inside);
      const quote = make("blockquote", { class: "folded" }, make("span", {}, ...inside));
      const toggle = make("button", { type: "button", class: "fold", "aria-expanded": "false" }, t("playground-show-more"));
      toggle.addEventListener("click", () => {
        const folded = quote.classList.toggle("folded");
        toggle.setAttribute("aria-expanded", String(!folded));
        toggle.textContent = t(folded ? "playground-show-more" : "playground-show-less");
      });
      quote.append(toggle);
      return quote;
    }
    case "mention":
    case "hashtag":
    case "text_mention":
      return make("span", { class: "mention" }, ...inside);
    default:
      return TAGS[entity.type] ? make(TAGS[entity.type], {}, ...inside) : make("span", {}, ...inside);
  }
}

// The part after `?start=` when the address is this bot's own.
export function deepLink(address, username) {
  try {
    const url = new URL(address);
    // This page is where the bot's links lead to here.
    if (url.origin === location.origin && url.pathname === "/" && url.searchParams.has("start")) return url.searchParams.get("start");
    const name = url.protocol === "tg:" ? url.searchParams.get("domain") : url.pathname.slice(1);
    const telegram = url.protocol === "tg:" || url.hostname === "t.me" || url.hostname === "telegram.me";
    if (!telegram || (name || "").toLowerCase() !== username.toLowerCase()) return null;
    return url.searchParams.get("start") || "";
  } catch {
    return null;
  }
}

function link(address, inside, page) {
  const payload = deepLink(address, page.username);
  if (payload !== null) {
    return make("button", { type: "button", class: "inline-command", onclick: () => page.start(payload) }, ...inside);
  }
  const safe = /^(https?|tg|mailto):/i.test(address);
  return make("a", { href: safe ? address : undefined, target: "_blank", rel: "noopener noreferrer" }, ...inside);
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function attachment(item, page) {
  const { t } = page;
  switch (item?.kind) {
    case "photo": {
      const address = fileAddress(item.file_id);
      const picture = make("img", { src: address, width: item.width, height: item.height, alt: t("playground-photo") });
      return make("a", { class: "photo", href: address, target: "_blank", rel: "noopener" }, picture);
    }
    case "document": {
      const ending = item.name.includes(".") ? item.name.split(".").pop().slice(0, 4).toUpperCase() : "•••";
      return make("a", { class: "file", href: fileAddress(item.file_id), download: item.name },
        make("span", { class: "icon", "aria-hidden": "true" }, ending),
        make("span", {}, make("strong", {}, item.name), make("small", {}, size(item.size))));
    }
    case "contact":
      return make("div", { class: "file" },
        make("span", { class: "icon", "aria-hidden": "true" }, "☎"),
        make("span", {}, make("strong", {}, [item.first_name, item.last_name].filter(Boolean).join(" ")),
          make("small", {}, item.phone_number)));
    case "sticker":
      return make("div", { class: "sticker", role: "img", "aria-label": t("playground-sticker") }, item.emoji);
    case "voice":
      return make("div", { class: "file" },
        make("span", { class: "icon", "aria-hidden": "true" }, "▶"),
        make("span", {}, make("strong", {}, t("playground-voice")), make("small", {}, `0:${String(item.duration).padStart(2, "0")}`)));
    default:
      return null;
  }
}

function button(item, message, page) {
  const { t } = page;
  const kind = item.style ? ` ${item.style}` : "";
  const address = item.url;
  const mark = (sign) => make("span", { class: "corner", "aria-hidden": "true" }, sign);
  if (address) {
    const payload = deepLink(address, page.username);
    if (payload !== null) {
      return make("button", { type: "button", class: `key${kind}`, onclick: () => page.start(payload) }, item.text);
    }
    return make("a", { class: `key${kind}`, href: address, target: "_blank", rel: "noopener noreferrer", title: `${t("playground-link-opens")}: ${address}` },
      item.text, mark("↗"));
  }
  const act = async (event) => {
    const pressed = event.currentTarget;
    if (item.web_app) {
      await page.open(item.web_app.url);
    } else if (item.copy_text) {
      await navigator.clipboard.writeText(item.copy_text.text).catch(() => {});
      page.toast(t("playground-copied"));
    } else if (item.callback_data !== undefined) {
      pressed.setAttribute("aria-busy", "true");
      await page.press(message.id, item.callback_data);
      pressed.removeAttribute("aria-busy");
    }
  };
  const title = item.web_app ? t("playground-web-app") : undefined;
  return make("button", { type: "button", class: `key${kind}`, disabled: Boolean(item.disabled), title, onclick: act }, item.text,
    item.copy_text ? mark("⧉") : item.web_app ? mark("▢") : null);
}

export function draw(message, page, quoted) {
  const { t } = page;
  const side = message.from_bot ? "in" : "out";
  const bare = message.attachment?.kind === "sticker" ? " bare" : "";
  const photo = message.attachment?.kind === "photo" ? " with-photo" : "";
  const time = make("time", { datetime: message.date },
    message.edited ? `${t("playground-edited")} ${page.time(message.date)}` : page.time(message.date));
  const bubble = make("div", { class: `bubble ${side}${bare}${photo}` },
    quoted ? make("div", { class: "quoted" }, quoted) : null,
    attachment(message.attachment, page),
    message.text ? make("div", { class: "words" }, ...formatted(message.text, message.entities, page), make("span", { class: message.edited ? "room long" : "room", "aria-hidden": "true" })) : null,
    time);
  const keys = message.keyboard.map((row) => make("div", { class: "keys" }, ...row.map((item) => button(item, message, page))));
  return make("article", { class: `message ${side}` }, bubble, keys.length ? make("div", { class: "keyboard" }, ...keys) : null);
}
