# Who did not come is called: an appointment that nobody marked is missed the next morning, and its advisor has until noon.
clock 2026-03-02 09:00
as foreman
do workshop.set_capacity {"opens_minute": 510, "closes_minute": 1050, "slot_minutes": 30, "walk_in_bays": 0, "days_ahead": 30}
do workshop.add_bay {"name": "快修 1", "kind": "quick"}
as advisor1
do customers.register {"name": "王建国", "phone": "13857166588"}
-> {"id": @wang}
do customers.add_car {"customer_id": @wang, "vin": "LSVAA4182E2184847", "plate": "浙A12345", "model_text": "大众 朗逸", "mileage_km": 30000}
-> {"car_id": @car}
do workshop.book_appointment {"customer_id": @wang, "car_id": @car, "starts_at": "2026-03-02T06:00:00.000Z", "words": "刹车异响"}
-> {"appointment_id": @appointment, "advisor_name": @name}

clock 2026-03-02 18:00
view workshop.appointment_list {"day": "2026-03-02"}
-> {"rows": [{"id": @appointment, "state": "booked"}]}

clock 2026-03-03 08:30
view workshop.appointment_list {"day": "2026-03-02"}
-> {"rows": [{"id": @appointment, "state": "missed"}]}
view tasks.mine
-> {"rows": [{"title_key": "task.workshop.call_missed", "due_at": "2026-03-03T04:00:00.000Z"}]}
do workshop.cancel_appointment {"appointment_id": @appointment, "version": 2}
!! appointment_is_over

# She books anew: nobody needs to call her.
do workshop.book_appointment {"customer_id": @wang, "car_id": @car, "starts_at": "2026-03-04T02:00:00.000Z", "words": "刹车异响"}
-> {}
view tasks.mine
-> {"rows": []}
