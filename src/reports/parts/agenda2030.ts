/** The 17 global goals by their official Swedish short names, in number order (globalamalen.se, UNDP Sverige). */
export const agenda2030Names = [
  "Ingen fattigdom",
  "Ingen hunger",
  "God hälsa och välbefinnande",
  "God utbildning för alla",
  "Jämställdhet",
  "Rent vatten och sanitet för alla",
  "Hållbar energi för alla",
  "Anständiga arbetsvillkor och ekonomisk tillväxt",
  "Hållbar industri, innovationer och infrastruktur",
  "Minskad ojämlikhet",
  "Hållbara städer och samhällen",
  "Hållbar konsumtion och produktion",
  "Bekämpa klimatförändringarna",
  "Hav och marina resurser",
  "Ekosystem och biologisk mångfald",
  "Fredliga och inkluderande samhällen",
  "Genomförande och globalt partnerskap",
] as const;

/** The name of a goal given its number as written ("4", "04"); what is not a number from 1 to 17 is given back as it stands. */
export function agenda2030Name(number: string): string {
  const written = number.trim();
  return /^\d{1,2}$/.test(written) ? (agenda2030Names[Number(written) - 1] ?? written) : written;
}
