import { FilePdfOutlined } from "@ant-design/icons";
import { Button, type ButtonProps } from "antd";
import type { ReactNode } from "react";
import { pathOf, queryString } from "@/api/client";

export interface DownloadLinkProps {
    /** A view that answers a file: "deals.plan_pdf". */
    view: string;
    params?: Record<string, unknown>;
    children: ReactNode;
    icon?: ReactNode;
    type?: ButtonProps["type"];
    size?: ButtonProps["size"];
}

/** Opens a document of the program in a new tab. */
export function DownloadLink({
    view,
    params = {},
    children,
    icon = <FilePdfOutlined />,
    ...look
}: DownloadLinkProps) {
    return (
        <Button
            {...look}
            icon={icon}
            href={pathOf(view) + queryString(params)}
            target="_blank"
            rel="noreferrer"
        >
            {children}
        </Button>
    );
}
