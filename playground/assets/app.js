// The chat page: who is played, what the chat shows, what the person does. State lives on the server; this only draws it.

import { change, listen, read, upload } from "./server.js";
import { draw, make } from "./message.js";
import * as webApp from "./web_app.js";

const $ = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
const state = { texts: {}, language: "", username: "", botName: "", person: null, people: [], chat: null, ahead: 0, drawn: new Map() };

const t = (key) => state.texts[key] ?? key;

function rememberedLanguage() {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("playground_lang="));
  return asked.get("lang") || cookie?.split("=")[1] || navigator.language.split("-")[0];
}

// Wall-clock time: shifted by the world's zone and then read as UTC.
const shifted = (date) => new Date(new Date(date).getTime() + state.ahead * 60000);
// The browser may not know the language, so the names of days and months are texts of the page.
function format(date, key) {
  const moment = shifted(date);
  const parts = [
    moment.getUTCDate(), t("playground-months").split(" ")[moment.getUTCMonth()],
    t("playground-weekdays").split(" ")[moment.getUTCDay()], moment.getUTCFullYear(),
  ];
  const text = t(key).replace(/%([1-4])/g, (_, number) => parts[number - 1]);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
const time = (date) => shifted(date).toISOString().slice(11, 16);
const day = (date) => format(date, "playground-date");

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

async function attempt(work) {
  try {
    return await work();
  } catch {
    toast(t("playground-failed"));
    return null;
  }
}

const act = (what, more = {}) => attempt(() => change("act", { do: what, person: state.person, ...more }));

const page = {
  t, time, toast,
  get username() { return state.username; },
  say: (text) => act("text", { text }),
  start: (payload) => act("start", { payload: payload || null }),
  open: (url) => attempt(() => webApp.open(state.person, state.botName, t("playground-app-frame"), url)),
  async press(message, data) {
    let done;
    try {
      done = await change("act", { do: "press", person: state.person, message, data });
    } catch {
      toast(t("playground-button-gone"));
      return;
    }
    const answer = done.answer;
    if (answer?.url) window.open(answer.url, "_blank", "noopener");
    if (!answer?.text) return;
    if (answer.show_alert) {
      $("alert-text").textContent = answer.text;
      $("alert").showModal();
    } else {
      toast(answer.text);
    }
  },
};

function initials(name) {
  return name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
}

const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

function personRow(entry, onPick, current) {
  const { person, unread } = entry;
  const name = fullName(person);
  const row = make("button", { type: "button", class: "person", "aria-current": current ? "true" : undefined, onclick: () => onPick(person.id) },
    make("span", { class: `avatar c${Math.abs(person.id) % 7}`, "aria-hidden": "true" }, initials(name)),
    make("span", { class: "lines" }, make("strong", {}, name), make("small", {}, person.about)),
    unread ? make("span", { class: "badge", title: t("playground-unread") }, String(unread)) : null);
  return make("li", {}, row);
}

function drawPeople() {
  const focused = document.activeElement?.closest?.("#people li");
  const place = focused ? [...$("people").children].indexOf(focused) : -1;
  $("people").replaceChildren(...state.people.map((entry) => personRow(entry, pick, entry.person.id === state.person)));
  if (place >= 0) $("people").children[place]?.querySelector("button").focus();
}

let clockText = "";
function drawClock(list) {
  state.ahead = list.minutes_ahead;
  $("clock-time").textContent = time(list.now);
  $("clock-day").textContent = format(list.now, "playground-date-long");
  const text = JSON.stringify(list.jumps);
  if (text === clockText) return;
  clockText = text;
  const jump = async (event, id) => {
    const pressed = event.currentTarget;
    pressed.disabled = true;
    await attempt(() => change("jump", { id }));
    pressed.disabled = false;
  };
  $("jumps").replaceChildren(...list.jumps.map(({ id, label }) => make("button", { type: "button", onclick: (event) => jump(event, id) }, label)));
}

async function drawLinks() {
  const links = await read("links", { lang: state.language });
  const groups = new Map();
  for (const link of links) groups.set(link.group, [...(groups.get(link.group) || []), link]);
  const scan = (payload) => {
    show("chat");
    page.start(payload);
  };
  const item = (link) => make("li", {}, make("button", { type: "button", class: "scan", onclick: () => scan(link.payload) },
    make("span", { class: "qr", "aria-hidden": "true" }),
    make("span", { class: "lines" }, make("strong", {}, link.title), link.note ? make("small", {}, link.note) : null)));
  const sections = [...groups].map(([name, items], index) => make("details", { class: "group", open: index === 0 },
    make("summary", {}, name, make("span", { class: "count" }, String(items.length))), make("ul", {}, ...items.map(item))));
  $("links").replaceChildren(...(sections.length ? sections : [make("p", { class: "hint" }, t("playground-scan-empty"))]));
}

function drawMessages(chat) {
  const box = $("messages");
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  const nodes = [];
  const drawn = new Map();
  let lastDay = "";
  for (const message of chat.messages) {
    const today = day(message.date);
    if (today !== lastDay) nodes.push(make("p", { class: "day" }, today));
    lastDay = today;
    const quoted = chat.messages.find((other) => other.id === message.reply_to)?.text;
    const text = JSON.stringify([message, quoted, state.language]);
    const old = state.drawn.get(message.id);
    const kept = old?.text === text ? old : { text, node: draw(message, page, quoted) };
    drawn.set(message.id, kept);
    nodes.push(kept.node);
  }
  if (!nodes.length) nodes.push(make("div", { class: "empty" }, make("strong", {}, chat.bot_name), make("p", {}, chat.description || t(chat.started ? "playground-nothing-yet" : "playground-start-hint"))));
  const changed = nodes.length !== box.children.length || nodes.some((node, index) => node !== box.children[index]);
  state.drawn = drawn;
  if (changed) {
    // Nodes that stay are not moved, so an opened quote, a focused button and the reading place stay too.
    const keep = new Set(nodes);
    for (const child of [...box.children]) if (!keep.has(child)) child.remove();
    nodes.forEach((node, index) => { if (box.children[index] !== node) box.insertBefore(node, box.children[index] || null); });
    if (atEnd) box.scrollTop = box.scrollHeight;
  }
}

const ACTIONS = { upload_photo: "playground-sending-photo", upload_document: "playground-sending-file" };

function drawTop(chat) {
  state.botName = chat.bot_name;
  $("bot-name").textContent = chat.bot_name;
  $("bot-avatar").textContent = initials(chat.bot_name);
  const status = chat.action ? t(ACTIONS[chat.action] || "playground-typing") : `${t("playground-bot")} · ${fullName(chat.person)}`;
  $("bot-status").textContent = chat.blocked ? t("playground-blocked") : status;
  $("bot-status").classList.toggle("busy", Boolean(chat.action));
  $("block").textContent = t(chat.blocked ? "playground-unblock" : "playground-block");
  clearTimeout(drawTop.timer);
  if (chat.action) drawTop.timer = setTimeout(refresh, 5200);
}

function drawComposer(chat) {
  const open = chat.started && !chat.blocked && !chat.deactivated;
  $("start").hidden = chat.started || chat.blocked || chat.deactivated;
  $("unblock").hidden = !chat.blocked || chat.deactivated;
  $("gone").hidden = !chat.deactivated;
  $("form").hidden = !open;
  const app = chat.menu_button.type === "web_app" ? chat.menu_button : null;
  $("commands").querySelector("span").textContent = app ? app.text : t("playground-commands");
  $("commands").classList.toggle("inside", Boolean(app));
  const keyboard = open ? chat.reply_keyboard : null;
  $("reply-keyboard").hidden = !keyboard;
  $("text").placeholder = keyboard?.placeholder || t("playground-message");
  const key = (item) => make("button", { type: "button", onclick: () => (item.request_contact ? act("contact") : page.say(item.text)) }, item.text);
  $("reply-keyboard").replaceChildren(...(keyboard?.rows || []).map((row) => make("div", { class: "keys" }, ...row.map(key))));
  const command = ({ command: name, description }) => make("button", { type: "button", onclick: () => { toggleCommands(false); page.say(`/${name}`); } },
    make("strong", {}, `/${name}`), make("span", {}, description));
  $("command-list").replaceChildren(...(chat.commands.length ? chat.commands.map(command) : [make("p", { class: "hint" }, t("playground-commands-empty"))]));
}

function toggleCommands(open) {
  $("command-list").hidden = !open;
  $("commands").setAttribute("aria-expanded", String(open));
}

async function refresh() {
  const list = await read("people", { lang: state.language });
  state.people = list.people;
  drawClock(list);
  if (state.person === null && state.people.length) {
    const wanted = Number(asked.get("person"));
    const known = state.people.some((entry) => entry.person.id === wanted);
    state.person = known ? wanted : state.people[0].person.id;
  }
  drawPeople();
  if (state.person === null) return;
  const person = state.person;
  const chat = await read("chat", { person });
  if (person !== state.person) return;
  state.chat = chat;
  drawTop(chat);
  drawMessages(chat);
  drawComposer(chat);
  const last = chat.messages[chat.messages.length - 1];
  const visible = !document.hidden && (wide.matches || $("app").dataset.view === "chat");
  const unread = state.people.some((entry) => entry.person.id === person && entry.unread);
  if (last && visible && unread) await change("act", { do: "seen", person, message: last.id });
}

const wide = matchMedia("(min-width: 760px)");

function show(view) {
  $("app").dataset.view = view;
}

function pick(id) {
  show("chat");
  toggleCommands(false);
  $("toast").hidden = true;
  if (state.person !== id) {
    webApp.close();
    state.person = id;
    state.drawn = new Map();
    $("messages").replaceChildren();
    const url = new URL(location.href);
    url.searchParams.set("person", id);
    history.replaceState(null, "", url);
  }
  attempt(refresh).then(() => { $("messages").scrollTop = $("messages").scrollHeight; });
}

function choose(payload) {
  const go = (id) => {
    $("chooser").close();
    pick(id);
    change("act", { do: "start", person: id, payload }).catch(() => toast(t("playground-failed")));
  };
  $("chooser-people").replaceChildren(...state.people.map((entry) => personRow({ ...entry, unread: 0 }, go, false)));
  $("chooser").showModal();
}

function speak() {
  document.documentElement.lang = state.language;
  document.title = t("playground-title");
  for (const node of document.querySelectorAll("[data-i18n]")) node.textContent = t(node.dataset.i18n);
  for (const node of document.querySelectorAll("[data-i18n-label]")) {
    node.setAttribute("aria-label", t(node.dataset.i18nLabel));
    node.title = t(node.dataset.i18nLabel);
  }
  for (const node of document.querySelectorAll("[data-i18n-placeholder]")) node.placeholder = t(node.dataset.i18nPlaceholder);
}

async function setLanguage(asked) {
  const about = await read("page", { lang: asked });
  state.texts = about.texts;
  state.language = about.language;
  state.username = about.bot.username;
  document.cookie = `playground_lang=${about.language}; path=/; max-age=31536000; samesite=lax`;
  $("language").replaceChildren(...about.languages.map(({ tag, name }) => make("option", { value: tag, selected: tag === about.language }, name)));
  $("panel").hidden = !about.panel;
  if (about.panel && /^https?:/.test(about.panel)) $("panel").href = about.panel;
  speak();
  await drawLinks();
}

function send() {
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  grow();
  page.say(text);
}

function grow() {
  $("text").style.height = "auto";
  $("text").style.height = `${Math.min($("text").scrollHeight, 140)}px`;
}

function connectControls() {
  $("form").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  $("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });
  $("text").addEventListener("input", grow);
  $("start").addEventListener("click", () => page.start(null));
  $("unblock").addEventListener("click", () => act("unblock"));
  $("block").addEventListener("click", () => { $("more").open = false; act(state.chat?.blocked ? "unblock" : "block"); });
  $("contact").addEventListener("click", () => { $("more").open = false; act("contact"); });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => {
    const [file] = $("file").files;
    if (file) await attempt(() => upload(state.person, file));
    $("file").value = "";
  });
  $("commands").addEventListener("click", () => {
    const app = state.chat?.menu_button;
    if (app?.type === "web_app") page.open(app.web_app.url);
    else toggleCommands($("command-list").hidden);
  });
  webApp.connect();
  $("back").addEventListener("click", () => show("people"));
  $("language").addEventListener("change", () => attempt(async () => { await setLanguage($("language").value); await refresh(); }));
  $("alert-close").addEventListener("click", () => $("alert").close());
  $("chooser-cancel").addEventListener("click", () => $("chooser").close());
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { toggleCommands(false); $("more").open = false; } });
  document.addEventListener("click", (event) => { if (!$("more").contains(event.target)) $("more").open = false; });
}

async function begin() {
  connectControls();
  await setLanguage(rememberedLanguage());
  await refresh();
  if (asked.has("person")) show("chat");
  $("messages").scrollTop = $("messages").scrollHeight;
  const run = listen(refresh, (open) => { $("offline").hidden = open; });
  document.addEventListener("visibilitychange", run);
  setInterval(run, 30000);
  if (asked.has("start")) {
    const payload = asked.get("start");
    // The address must not start again when the page is loaded anew.
    history.replaceState(null, "", location.pathname);
    choose(payload);
  }
}

begin().catch(() => { $("offline").hidden = false; });
