/** What people of a store can be; the customer and the system are nobody's role. */
export const staffRoles = [
    "gm",
    "sales_manager",
    "sales",
    "host",
    "cashier",
    "finance",
    "delivery",
    "advisor",
    "foreman",
    "technician",
    "inspector",
    "parts",
    "care",
    "hr",
    "facility",
    "admin",
];
