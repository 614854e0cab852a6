import { addDays, type Day } from '#app/platform/clock';

/** The day that lies a number of working days (Monday to Friday) after another. */
export function addWorkingDays(from: Day, days: number): Day {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days until a day: negative once it has passed. */
export function workingDaysUntil(today: Day, by: Day): number {
  const forwards = by >= today;
  let count = 0;
  for (let day = forwards ? today : by; day < (forwards ? by : today); ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return forwards ? count : -count;
}

function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
