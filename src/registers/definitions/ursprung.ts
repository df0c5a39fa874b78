import { optional, required } from "../column.js";
import { defineRegister } from "../register.js";

export const ursprung = defineRegister({
  key: "ursprung",
  table: "Ursprung",
  sheet: "Ursprung",
  rowIs: "en rad i ett annat register som kommer från ett inläst blad eller ett inlämnat svar",
  // Rows of a register that may be alike have the same words for a key.
  uniqueBy: [],
  columns: {
    register: required("text", "Register", { width: 18, help: "Registret som raden står i. Måltavla skriver det när den läser in blad och svar." }),
    rad: required("text", "Rad", { width: 36, help: "Det som skiljer raden från andra i registret, till exempel MÅTT-1 · T1 2019 · SAN. Måltavla skriver det." }),
    fil: optional("text", "Fil", { help: "Filen som raden kom från. Tomt betyder den här arbetsboken." }),
    blad: optional("text", "Blad", { width: 24, help: "Bladet som raden kom från." }),
    cell: optional("text", "Cell", { width: 9, help: "Cellen där raden stod." }),
    hamtad: optional("date", "Hämtad", { help: "Dagen då raden kom in eller senast ändrades därifrån." }),
  },
});
