/** Why a percentage is empty, as a report prints it. */
export const reasons = {
  foljs: "måttet följs utan mål",
  ejMatt: "inte mätt",
  utfallOklart: "utfallet kan inte tolkas",
  malSaknas: "mål saknas",
  malvardeOklart: "målvärdet kan inte tolkas",
  ejJamforbara: "utfall och målvärde kan inte jämföras",
  utfallNollEllerNegativt: "utfallet är noll eller negativt",
  malvardeNollEllerNegativt: "målvärdet är noll eller negativt",
  malvardeNoll: "målvärdet är noll",
} as const;
