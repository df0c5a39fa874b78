import type { ChartView } from "../../user/session.js";
import { type Axis, startOf } from "./axis.js";
import { barsOf, chartInWords, linesOf } from "./chartGeometry.js";
import { COLUMN_HEADER_PX, ROW_HEADER_PX, useSheetStyles } from "./sheetStyles.js";

const TITLE_PX = 26;
const LEGEND_PX = 22;
const MARGIN_PX = 12;
const NAMES_PX = 20;
/** Names of lying bars stand to their left. */
const NAMES_SHARE = 0.24;
const LETTER_PX = 6.5;
const KEY_PX = 9;
/** A figure that does not fit in its bar is left to the table. */
const LEAST_BAR_PX = 16;

/** The sheet's charts where they lie over its cells, drawn from the figures that the file keeps with them: an outline of what Excel draws. */
export function SheetCharts({ charts, rowAxis, columnAxis }: { readonly charts: readonly ChartView[]; readonly rowAxis: Axis; readonly columnAxis: Axis }) {
  const styles = useSheetStyles();
  return charts.map((chart) => {
    const left = ROW_HEADER_PX + startOf(columnAxis, chart.from.column) + chart.from.right;
    const top = COLUMN_HEADER_PX + startOf(rowAxis, chart.from.row) + chart.from.down;
    const width = ROW_HEADER_PX + startOf(columnAxis, chart.to.column) + chart.to.right - left;
    const height = COLUMN_HEADER_PX + startOf(rowAxis, chart.to.row) + chart.to.down - top;
    return width <= 0 || height <= 0 ? null : (
      <svg key={chart.id} role="img" aria-label={chartInWords(chart)} className={styles.chart} style={{ left, top }} width={width} height={height}>
        <Drawn chart={chart} width={width} height={height} />
      </svg>
    );
  });
}

function Drawn({ chart, width, height }: { readonly chart: ChartView; readonly width: number; readonly height: number }) {
  const isLying = chart.shape === "bars";
  const namesLeft = isLying ? width * NAMES_SHARE : 0;
  const plot = {
    x: MARGIN_PX + namesLeft,
    y: TITLE_PX,
    width: Math.max(1, width - namesLeft - 2 * MARGIN_PX),
    height: Math.max(1, height - TITLE_PX - (isLying ? MARGIN_PX : NAMES_PX) - (chart.series.length > 1 ? LEGEND_PX : 0)),
  };
  const room = (isLying ? plot.height : plot.width) / Math.max(1, chart.categories.length);
  return (
    <>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="#ffffff" stroke="#d9d9d9" />
      <text x={width / 2} y={TITLE_PX - 8} textAnchor="middle" fontSize={14} fontWeight={600} fill="#1f3864">
        {fitting(chart.name, width)}
      </text>
      <g transform={`translate(${plot.x} ${plot.y})`} fontSize={11} fill="#1f1f1f">
        {chart.shape === "lines" ? <Lines chart={chart} width={plot.width} height={plot.height} /> : <Bars chart={chart} width={plot.width} height={plot.height} />}
        {chart.categories.map((category, index) =>
          isLying ? (
            <text key={index} x={-6} y={((chart.isReversed ? index : chart.categories.length - 1 - index) + 0.5) * room + 4} textAnchor="end">
              {fitting(category, namesLeft)}
            </text>
          ) : (
            <text key={index} x={(index + 0.5) * room} y={plot.height + 14} textAnchor="middle">
              {fitting(category, room)}
            </text>
          ),
        )}
      </g>
      {chart.series.length > 1 && <Legend chart={chart} width={width} y={height - 8} />}
    </>
  );
}

interface Plot {
  readonly chart: ChartView;
  readonly width: number;
  readonly height: number;
}

function Bars({ chart, width, height }: Plot) {
  const isLying = chart.shape === "bars";
  return barsOf(chart, width, height).map((bar, index) => (
    <g key={index}>
      <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} fill={bar.color} stroke="#ffffff" />
      {(isLying ? bar.width : bar.height) >= LEAST_BAR_PX && (
        <text x={bar.x + bar.width / 2} y={bar.y + bar.height / 2 + 4} textAnchor="middle" fill="#ffffff" stroke="#1f1f1f" strokeWidth={2} paintOrder="stroke">
          {bar.text}
        </text>
      )}
    </g>
  ));
}

function Lines({ chart, width, height }: Plot) {
  return linesOf(chart, width, height).flatMap(({ color, points }, index) =>
    points.map((stretch, place) => (
      <g key={`${index}:${place}`}>
        <polyline points={stretch.map(({ x, y }) => `${x},${y}`).join(" ")} fill="none" stroke={color} strokeWidth={2.5} />
        {stretch.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={3.5} fill={color} />
        ))}
      </g>
    )),
  );
}

function Legend({ chart, width, y }: { readonly chart: ChartView; readonly width: number; readonly y: number }) {
  const room = (width - 2 * MARGIN_PX) / chart.series.length;
  return chart.series.map(({ name, color }, index) => (
    <g key={index} transform={`translate(${MARGIN_PX + index * room} ${y})`}>
      <rect x={0} y={-KEY_PX} width={KEY_PX} height={KEY_PX} fill={color} />
      <text x={KEY_PX + 4} y={0} fontSize={11} fill="#1f1f1f">
        {fitting(name, room - KEY_PX - 4)}
      </text>
    </g>
  ));
}

/** As much of a text as there is room for; the whole is in the chart's description. */
function fitting(text: string, width: number): string {
  const room = Math.max(1, Math.floor(width / LETTER_PX));
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
