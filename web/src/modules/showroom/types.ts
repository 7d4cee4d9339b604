export interface Drive {
    id: number;
    number: string;
    state: string;
    customer_id: number;
    customer_name: string;
    car_id: number;
    car_title: string;
    plate: string;
    consultant_id: number;
    consultant_name: string;
    starts_at: string;
    ends_at: string;
    route: string;
    version: number;
}

export interface DayPlan {
    date: string;
    opens_minute: number;
    closes_minute: number;
    cars: { id: number; title: string; plate: string; gearbox: string }[];
    consultants: { id: number; name: string }[];
    drives: Drive[];
}
