import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import type { MouseEvent, ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { FieldSpec } from "@/api/contract";
import { fieldLabel } from "@/words/i18n";
import { FieldText } from "./FieldText";
import { TableScroll } from "./TableScroll";
import { useIsPhone } from "./useWidth";

// biome-ignore lint/suspicious/noExplicitAny: rows differ by view
export type AnyRow = any;

/** A column: a field's name, or a field with its own title, content or width. */
export type Column<One = AnyRow> =
    | string
    | {
          field: string;
          title?: ReactNode;
          show?: (row: One) => ReactNode;
          width?: number;
          align?: "left" | "right";
          sortable?: boolean;
          hideOnPhone?: boolean;
      };

export interface DataTableProps<One = AnyRow> {
    rows: One[];
    /** Descriptions of the rows' fields; for titles, alignment and how values look. */
    fields: FieldSpec[];
    columns: Column<One>[];
    /** Owner of the labels: "customers.list" looks for field.customers.list.name first. */
    view?: string;
    rowLink?: (row: One) => string | undefined;
    onRow?: (row: One) => void;
    rowKey?: (row: One) => string | number;
    /** Marks a row: late ones, the chosen one. */
    rowTone?: (row: One) => "late" | "due" | "ok" | undefined;
    sort?: string;
    onSort?: (sort: string | undefined) => void;
    /** Fields the server sorts by. */
    sortable?: string[];
    /** Sums and such, under the rows; a table with a foot stays a table on a phone. */
    foot?: ReactNode;
    label?: string;
    /** The content of one card on a phone; default: the first column as title, the others as small facts. */
    card?: (row: One) => ReactNode;
}

interface Shown {
    field: string;
    title: ReactNode;
    spec: FieldSpec | undefined;
    show?: (row: AnyRow) => ReactNode;
    width?: number;
    right: boolean;
    sortable: boolean;
    hideOnPhone?: boolean;
}

const rightKinds = new Set(["money", "quantity", "integer", "number"]);

/** The columns with everything that follows from the fields' descriptions. */
export function shownColumns(
    props: Pick<DataTableProps, "columns" | "fields" | "view" | "sortable">,
): Shown[] {
    return props.columns.map((column) => {
        const own = typeof column === "string" ? { field: column } : column;
        const spec = props.fields.find((one) => one.name === own.field);
        const align = "align" in own ? own.align : undefined;
        return {
            ...own,
            spec,
            title: ("title" in own && own.title) || fieldLabel(own.field, props.view),
            right: align ? align === "right" : rightKinds.has(spec?.kind ?? ""),
            sortable: ("sortable" in own && own.sortable) || (props.sortable?.includes(own.field) ?? false),
        };
    });
}

function cellClass(column: Shown): string | undefined {
    if (column.right) return "right";
    return column.spec?.kind === "text" && !/name$|number$|code$/.test(column.field) ? "text" : undefined;
}

/** The content of one cell. */
export function cellOf(column: Shown, row: AnyRow): ReactNode {
    if (column.show) return column.show(row);
    if (column.spec) return <FieldText spec={column.spec} value={row[column.field]} record={row} />;
    const value = row[column.field];
    return value === null || value === undefined ? <span className="fc-none">—</span> : String(value);
}

function HeadCell({
    column,
    sort,
    onSort,
}: {
    column: Shown;
    sort?: string;
    onSort?: DataTableProps["onSort"];
}) {
    const up = sort === column.field;
    const down = sort === `-${column.field}`;
    const next = down ? column.field : up ? undefined : `-${column.field}`;
    return (
        <th
            scope="col"
            className={column.right ? "right" : undefined}
            style={column.width ? { width: column.width } : undefined}
            aria-sort={up ? "ascending" : down ? "descending" : undefined}
        >
            {column.sortable && onSort ? (
                <button
                    type="button"
                    onClick={() => onSort(next)}
                    className={up || down ? "sorted" : undefined}
                >
                    {column.title}
                    {up ? <ArrowUpOutlined /> : <ArrowDownOutlined className={down ? undefined : "faint"} />}
                </button>
            ) : (
                column.title
            )}
        </th>
    );
}

function isState(column: Shown): boolean {
    return (
        column.spec?.kind === "enum" &&
        !column.show &&
        /(State|Status|Grade|Result)$/.test(column.spec.enum_type!)
    );
}

/** The rows on a phone. */
function Cards({ props, columns }: { props: DataTableProps; columns: Shown[] }) {
    const shown = columns.filter((one) => !one.hideOnPhone);
    const first = shown[0];
    const state = shown.find((one) => one !== first && isState(one));
    const others = shown.filter((one) => one !== first && one !== state);
    return (
        <ul className="fc-cards" aria-label={props.label}>
            {props.rows.map((row, index) => {
                const link = props.rowLink?.(row);
                const content = props.card?.(row) ?? (
                    <>
                        <span className="fc-card-title">
                            <span>{first && cellOf(first, row)}</span>
                            {state && cellOf(state, row)}
                        </span>
                        <dl>
                            {others.map((column) => (
                                <div
                                    key={column.field}
                                    className={column.spec?.kind === "vin" ? "whole" : undefined}
                                >
                                    <dt>{column.title}</dt>
                                    <dd>{cellOf(column, row)}</dd>
                                </div>
                            ))}
                        </dl>
                    </>
                );
                return (
                    <li key={props.rowKey?.(row) ?? row.id ?? index} className={props.rowTone?.(row)}>
                        {link ? (
                            <Link to={link}>{content}</Link>
                        ) : props.onRow ? (
                            <button type="button" onClick={() => props.onRow?.(row)}>
                                {content}
                            </button>
                        ) : (
                            <div className="plain">{content}</div>
                        )}
                    </li>
                );
            })}
        </ul>
    );
}

/**
 * A plain, fast table: a row leads to its record by a press anywhere on it, its first cell by keyboard. On a
 * phone each row of more than three columns becomes a card.
 */
export function DataTable<One = AnyRow>(props: DataTableProps<One>) {
    const navigate = useNavigate();
    const phone = useIsPhone();
    const columns = shownColumns(props as DataTableProps);
    if (phone && !props.foot && (props.card || columns.length > 3))
        return <Cards props={props as DataTableProps} columns={columns} />;
    const pressable = !!props.rowLink || !!props.onRow;
    const press = (event: MouseEvent, row: One) => {
        if ((event.target as HTMLElement).closest("a,button,input,label")) return;
        if (window.getSelection()?.toString()) return;
        const link = props.rowLink?.(row);
        if (link) navigate(link);
        else props.onRow?.(row);
    };
    return (
        <TableScroll>
            <table className="fc-table" aria-label={props.label}>
                <thead>
                    <tr>
                        {columns.map((column) => (
                            <HeadCell
                                key={column.field}
                                column={column}
                                sort={props.sort}
                                onSort={props.onSort}
                            />
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {props.rows.map((row, index) => {
                        const link = props.rowLink?.(row);
                        return (
                            <tr
                                key={props.rowKey?.(row) ?? (row as AnyRow).id ?? index}
                                className={`${pressable ? "press" : ""} ${props.rowTone?.(row) ?? ""}`}
                                onClick={pressable ? (event) => press(event, row) : undefined}
                            >
                                {columns.map((column, at) => {
                                    const content = cellOf(column, row);
                                    return (
                                        <td key={column.field} className={cellClass(column)}>
                                            {at > 0 || !pressable ? (
                                                content
                                            ) : link ? (
                                                <Link to={link}>{content}</Link>
                                            ) : (
                                                <button
                                                    type="button"
                                                    className="fc-link"
                                                    onClick={() => props.onRow?.(row)}
                                                >
                                                    {content}
                                                </button>
                                            )}
                                        </td>
                                    );
                                })}
                            </tr>
                        );
                    })}
                </tbody>
                {props.foot && <tfoot>{props.foot}</tfoot>}
            </table>
        </TableScroll>
    );
}
