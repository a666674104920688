import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type Appointment, calendarFile, cleaned } from "./ics.ts";

const ONE: Appointment = {
  uid: "abc-1@su-kien",
  stamp: "2026-11-20T01:02:03.000Z",
  sequence: 2,
  startsAt: "2026-11-24T01:00:00.000Z",
  endsAt: "2026-11-24T04:30:00.000Z",
  title: "Hội thảo",
  place: "Hội trường A",
  description: "",
  url: "https://cong.edu.vn/su-kien/hoi-thao",
  isCancelled: false,
};
const read = (file: string) => new ICAL.Component(ICAL.parse(file));
const eventsOf = (file: string) => read(file).getAllSubcomponents("vevent");
const text = (event: InstanceType<typeof ICAL.Component>, name: string) => event.getFirstPropertyValue(name);

test("RFC 5545: a calendar is read back as it was meant, in UTC, with its changes and its cancellation", () => {
  const file = calendarFile("Lịch", [ONE, { ...ONE, uid: "abc-2@su-kien", isCancelled: true, sequence: 3 }]);
  const [first, second] = eventsOf(file);
  expect(text(first!, "uid")).toBe("abc-1@su-kien");
  expect(text(first!, "sequence")).toBe(2);
  expect(text(first!, "status")).toBe("CONFIRMED");
  expect(String(text(first!, "dtstamp"))).toBe("2026-11-20T01:02:03Z");
  const { startDate, endDate } = new ICAL.Event(first!);
  expect([startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()]).toEqual([ONE.startsAt, ONE.endsAt]);
  expect(first!.getFirstPropertyValue("description")).toBeNull();
  expect([text(second!, "status"), text(second!, "sequence")]).toEqual(["CANCELLED", 3]);
  expect(read(file).getFirstPropertyValue("version")).toBe("2.0");
});

test.each([
  "Tên\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:giả",
  "Tên\nATTACH:https://xau.vn/a.exe",
  "a;b,c\\d\\n\\;e",
  "Tên\u2028URL:https://xau.vn",
  "Tên\u0000\u000b\u000cURL:x",
  `${"Đ".repeat(200)}, rất dài; có 🎓`,
  'Tên";X-A=b:c',
  "BEGIN:VALARM",
])("no title makes a line or a property of its own: %j", (title) => {
  const events = eventsOf(calendarFile("Lịch", [{ ...ONE, title }]));
  expect(events).toHaveLength(1);
  expect(text(events[0]!, "summary")).toBe(cleaned(title));
  expect(events[0]!.getAllSubcomponents()).toEqual([]);
  expect(events[0]!.getAllProperties().map(({ name }) => name)).toEqual([
    "uid",
    "dtstamp",
    "last-modified",
    "sequence",
    "dtstart",
    "dtend",
    "summary",
    "location",
    "url",
    "status",
    "transp",
  ]);
});

describe("whatever is written in an event", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.string({
      unit: fc.constantFrom("\r", "\n", ",", ";", "\\", ":", '"', "n", " ", "\t", "ế", "🎓", "\u2029"),
      maxLength: 120,
    }),
  );

  test("is read back word for word, in lines of 75 octets that end as they must", () => {
    fc.assert(
      fc.property(anything, anything, anything, anything, (name, title, place, description) => {
        const file = calendarFile(name, [{ ...ONE, title, place, description }]);
        expect(file.endsWith("\r\n")).toBe(true);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file.isWellFormed()).toBe(true);
        const events = eventsOf(file);
        expect(events).toHaveLength(1);
        expect(text(events[0]!, "summary") ?? "").toBe(cleaned(title));
        expect(text(events[0]!, "location") ?? "").toBe(cleaned(place));
        expect(text(events[0]!, "description") ?? "").toBe(cleaned(description));
        // The reader knows no NAME (RFC 7986) and leaves it as written; what matters is that nothing got out of it.
        expect(read(file).getAllProperties()).toHaveLength(6);
      }),
      { numRuns: 400 },
    );
  });
});
