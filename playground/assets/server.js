// Talks to the playground's own JSON; nothing else on the page uses fetch.

async function answered(response) {
  if (!response.ok) {
    const body = await response.json().catch(() => ({}));
    throw new Error(body.error || String(response.status));
  }
  return response.json();
}

export async function read(name, parameters = {}) {
  const query = new URLSearchParams(parameters);
  return answered(await fetch(`/playground/api/${name}?${query}`));
}

export async function change(name, body) {
  const headers = { "content-type": "application/json" };
  return answered(await fetch(`/playground/api/${name}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

export async function upload(person, file) {
  const photo = file.type === "image/png" || file.type === "image/jpeg";
  const query = new URLSearchParams({ person, name: file.name, mime: file.type, photo });
  return answered(await fetch(`/playground/api/upload?${query}`, { method: "POST", body: file }));
}

export const fileAddress = (id) => `/playground/api/files/${encodeURIComponent(id)}`;

// Calls back after every change, at most once at a time; tells whether the line is open.
export function listen(onChange, onLine) {
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        await onChange();
      } while (again);
      onLine(true);
    } catch {
      onLine(false);
    } finally {
      busy = false;
    }
  };
  const events = new EventSource("/playground/api/events");
  events.onmessage = run;
  events.onerror = () => onLine(false);
  return run;
}
