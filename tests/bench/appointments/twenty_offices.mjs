// An office interface with more than any town has: one service at twenty offices, free on sixty days, every ten minutes. And the page that
// somebody would write by hand for it.
const OFFICES = 20;
const DAYS = 60;
const DAY_SECONDS = 86_400;
const SERVICE = 2101; // Musterstadt's identity card

export const SERVICE_NAME = "Personalausweis beantragen";

const officeIds = Array.from({ length: OFFICES }, (_, number) => 1101 + number);

export const offer = {
  offices: officeIds.map((id) => ({ id, name: `Amt ${id}`, slotsPerAppointment: "6", scope: {} })),
  services: [{ id: SERVICE, name: SERVICE_NAME, maxQuantity: 6, combinable: {} }],
  relations: officeIds.map((officeId) => ({ officeId, serviceId: SERVICE, slots: 1, public: true })),
};

/** @param {URLSearchParams} query as the interface has it */
export function calendar(query) {
  const [from, until] = [query.get("slotsStartDate"), query.get("slotsEndDate")];
  const today = Math.floor(Date.now() / 1000 / DAY_SECONDS);
  const availableDays = Array.from({ length: DAYS }, (_, number) => {
    const begin = (today + 1 + number) * DAY_SECONDS;
    const date = new Date(begin * 1000).toISOString().slice(0, 10);
    const hasTimes = date >= from && date <= until;
    const appointments = Array.from({ length: 48 }, (_, slot) => begin + 7 * 3600 + slot * 600);
    return { date, providerIDs: officeIds.join(), offices: hasTimes ? officeIds.map((id) => ({ officeId: String(id), appointments })) : [] };
  });
  return { startDate: query.get("startDate"), endDate: query.get("endDate"), availableDays };
}

/** In the page: the same choices, made of the same two answers. */
function drawByHand() {
  const words = new Intl.DateTimeFormat("de", { timeZone: "Europe/Berlin", weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
  const short = new Intl.DateTimeFormat("de", { timeZone: "UTC", day: "numeric", month: "short" });
  const make = (parent, tag, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    return parent.appendChild(element);
  };
  document.querySelector("button").addEventListener("click", async () => {
    const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const offers = await (await fetch("/api/citizen/offices-and-services/")).json();
    const ids = offers.offices.map(({ id }) => id).join();
    const query = `startDate=${day(0)}&endDate=${day(60)}&slotsStartDate=${day(0)}&slotsEndDate=${day(13)}&officeIds=${ids}&serviceIds=2101&serviceCounts=1`;
    const { availableDays } = await (await fetch(`/api/citizen/available-calendar/?${query}`)).json();
    const main = document.querySelector("main");
    main.replaceChildren();
    for (const { id, name } of offers.offices) {
      const label = make(main, "label", name);
      Object.assign(make(label, "input"), { type: "radio", name: "office", value: id });
    }
    const times = availableDays.flatMap(({ offices }) => offices.flatMap(({ officeId, appointments }) => appointments.map((time) => ({ time, officeId }))));
    times.sort((a, b) => a.time - b.time);
    const list = make(main, "ul");
    for (const { time, officeId } of times.slice(0, 6)) make(make(list, "li"), "button", `${words.format(time * 1000)}, Amt ${officeId}`);
    const table = make(main, "table");
    let row;
    for (const { date } of availableDays) {
      const instant = Date.parse(date);
      const weekday = (new Date(instant).getUTCDay() + 6) % 7;
      if (row === undefined || weekday === 0) {
        row = make(table, "tr");
        for (let empty = 0; empty < weekday; empty += 1) make(row, "td");
      }
      make(make(row, "td"), "button", short.format(instant));
    }
  });
}

export const plainPage = `<!doctype html><html lang="de"><title>Termine</title><main><button>Zeit wählen</button></main><script>(${drawByHand})()</script>`;
