import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import type { MouseEvent, ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { FieldSpec } from "@/api/contract";
import { fieldLabel } from "@/words/i18n";
import { FieldText } from "./FieldText";

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
    /** Sums and such, under the rows. */
    foot?: ReactNode;
    label?: string;
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

/** A plain, fast table: a row leads to its record by a press anywhere on it, its first cell by keyboard. */
export function DataTable<One = AnyRow>(props: DataTableProps<One>) {
    const navigate = useNavigate();
    const columns = shownColumns(props as DataTableProps);
    const pressable = !!props.rowLink || !!props.onRow;
    const press = (event: MouseEvent, row: One) => {
        if ((event.target as HTMLElement).closest("a,button,input,label")) return;
        if (window.getSelection()?.toString()) return;
        const link = props.rowLink?.(row);
        if (link) navigate(link);
        else props.onRow?.(row);
    };
    return (
        <div className="fc-table-wrap">
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
                                        <td key={column.field} className={column.right ? "right" : undefined}>
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
        </div>
    );
}
