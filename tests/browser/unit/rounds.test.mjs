import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOfRound } from "../../../overrides/assets/js/programme/rounds.js";

const round = { opens: "2025-03-10T10:00+09:00", closes: "2025-05-07T17:00+09:00" };

test("a round opens and closes at its moment in Japan, wherever the reader's clock stands", () => {
  assert.equal(stateOfRound(round, new Date("2025-03-10T00:59:59Z")), "announced");
  assert.equal(stateOfRound(round, new Date("2025-03-10T01:00:00Z")), "open");
  assert.equal(stateOfRound(round, new Date("2025-05-07T07:59:59Z")), "open");
  assert.equal(stateOfRound(round, new Date("2025-05-07T08:00:00Z")), "past");
});

test("a round whose moments cannot be read is never shown as current", () => {
  assert.equal(stateOfRound({}, new Date("2025-04-01T00:00:00Z")), "past");
  assert.equal(
    stateOfRound({ opens: "x", closes: round.closes }, new Date("2025-04-01T00:00:00Z")),
    "past",
  );
});
