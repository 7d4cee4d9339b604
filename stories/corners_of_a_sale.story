# What is not there is refused by name, whoever asks.
as gm
upload @file png
do payments.close_qr {"order_id": 99, "version": 1}
!! qr_order_not_found
do payments.clear_notice {"notice_id": 99, "how": "x"}
!! notice_not_found
do deals.choose_insurance {"quote_id": 99}
!! insurance_quote_not_found
do deals.plan_case {"case_id": 99, "version": 1, "expected_on": "2026-04-18", "note": ""}
!! case_not_found
do deals.finish_fitting {"fitting_id": 99, "cost": 0, "note": ""}
!! fitting_not_found
do deals.draw_promise {"promise_id": 99, "version": 1, "note": ""}
!! promise_not_found
do deals.accept_trade_in {"appraisal_id": 99, "version": 1}
!! appraisal_not_found
do deals.void_invoice {"invoice_id": 99, "version": 1, "reason": "x"}
!! invoice_not_found
do deals.lend_contract {"custody_id": 99, "version": 1, "borrower": "x", "reason": "x", "back_by": "2026-04-14"}
!! custody_not_found
do deals.return_contract {"custody_id": 99, "version": 1, "location": "x"}
!! custody_not_found
do deals.destroy_contract {"custody_id": 99, "version": 1, "reason": "x"}
!! custody_not_found
do financing.publish_terms {"product_id": 99, "valid_from": "2026-04-01", "months": 36, "annual_rate_ppm": 0, "down_payment_basis_points": 2000,
    "amount_min": 1000000, "amount_max": 30000000, "balloon_basis_points": 0, "fees": []}
!! product_not_found
do financing.end_terms {"term_id": 99, "valid_until": "2026-12-31"}
!! loan_terms_not_found
do financing.apply {"deal_id": 99, "term_id": 99, "principal": 14000000}
!! loan_deal_not_found
do financing.hand_in_paper {"application_id": 99, "paper": "identity_card", "file": @file}
!! application_not_found
do financing.sign_sheet {"application_id": 99, "version": 1, "sheet_hash": "x", "signed_name": "x", "signature": @file}
!! application_not_found
do financing.submit {"application_id": 99, "version": 1}
!! application_not_found
do financing.withdraw {"application_id": 99, "version": 1, "reason": "x"}
!! application_not_found
do financing.approve {"application_id": 99, "version": 1, "principal": 1, "lender_reference": "x", "approval_ends_on": "2026-05-07", "note": ""}
!! application_not_found
do financing.reject {"application_id": 99, "version": 1, "reason": "x"}
!! application_not_found
do financing.disburse {"application_id": 99, "version": 1, "amount": 1, "reference": "x"}
!! application_not_found
do financing.register_mortgage {"application_id": 99, "version": 1, "mortgage_number": "x", "registered_on": "2026-04-08"}
!! application_not_found
do financing.release_mortgage {"application_id": 99, "version": 1, "released_on": "2026-04-07"}
!! application_not_found
