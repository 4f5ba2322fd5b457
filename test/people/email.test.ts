import { expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { duckdbDialect } from "../../loaders/engine/duckdb-dialect.js";
import { emailSql, inventedEmailSql } from "../../loaders/people/email.js";
import { shareAsk } from "./ask.js";

const ask = shareAsk();

test.each([
  ["lan@xuong.vn", "lan@xuong.vn"],
  ["  Lan.Nguyen@Xuong.VN ", "lan.nguyen@xuong.vn"],
  ["mailto:lan@xuong.vn", "lan@xuong.vn"],
  ["Lan Nguyễn <lan@xuong.vn>", "lan@xuong.vn"],
  ["'lan+shop@xuong.com.vn", "lan+shop@xuong.com.vn"],
  ["lan@xuong.vn; hung@xuong.vn", "lan@xuong.vn"],
  ["lan@xuong.vn\nhung@xuong.vn", "lan@xuong.vn"],
  ["lan\u00a0@xuong.vn", null],
  ["l***n@xuong.vn", null],
  ["lan@xuong", null],
  ["lan@@xuong.vn", null],
  ["lan.@xuong.vn", null],
  ["lán@xuong.vn", null],
  ["0912345678", null],
  ["không có", null],
  ["-", null]
])("%j is read as %j", async (text, expected) => {
  expect(await ask(emailSql(duckdbDialect, literal(text)))).toBe(expected);
});

test.each([
  ["0912345678@84.phone", true],
  ["84912345678@vn.phone", true],
  ["noemail@shop.vn", true],
  ["no-reply@shop.vn", true],
  ["noreply@shop.vn", true],
  ["test@gmail.com", true],
  ["test12@test.com", true],
  ["lan@example.com", false],
  ["guest@shop.vn", true],
  ["khachle@gmail.com", true],
  ["abc@gmail.com", true],
  ["x7k2@marketplace.amazon.com", true],
  ["b1x@members.ebay.com", true],
  ["9981@scs2.tiktok.com", true],
  ["lan@xuong.vn", false],
  ["testimonial@xuong.vn", false],
  ["nguyen.noel@gmail.com", false],
  ["contestant@mail.vn", false],
  ["k3j2@privaterelay.appleid.com", false],
  ["nathan@gmail.com", false]
])("%s is nobody's: %j", async (email, expected) => {
  expect(await ask(inventedEmailSql(duckdbDialect, literal(email)))).toBe(expected);
});
