/** Parts per million as a percentage: 55370 is 5.537 %. */
export function percentText(ppm: number): string {
    const percent = ppm / 10_000;
    return `${percent.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 4 })} %`;
}
