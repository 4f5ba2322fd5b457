import { z } from "zod";

/** A page's policy forbids code made from text. Comes before every module that has a schema. */
z.config({ jitless: true });
