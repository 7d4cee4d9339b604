-- name: insert_invoice
insert into deals_invoice (id, store_id, deal_id, car_id, invoice_number, issued_on, vehicle_type,
    brand_model, origin, certificate_number, import_certificate, inspection_number, engine_number, vin,
    passengers, price, net, tax, vat_basis_points, tax_office, tax_office_code, issued_by, issued_at)
values (:id, :store_id, :deal_id, :car_id, :invoice_number, :issued_on, :vehicle_type, :brand_model, :origin,
    :certificate_number, :import_certificate, :inspection_number, :engine_number, :vin, :passengers, :price,
    :net, :tax, :vat_basis_points, :tax_office, :tax_office_code, :issued_by, :issued_at)

-- name: void_invoice
update deals_invoice set voided_at = :voided_at, void_reason = :void_reason, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_invoice
select id, deal_id, car_id, invoice_number, issued_on, vehicle_type, brand_model, origin, certificate_number,
    import_certificate, inspection_number, engine_number, vin, passengers, price, net, tax, vat_basis_points,
    tax_office, tax_office_code, issued_by, issued_at, voided_at, void_reason, version
from deals_invoice
where id = :id and store_id = :store_id

-- name: invoices_of_deal
select id, deal_id, car_id, invoice_number, issued_on, vehicle_type, brand_model, origin, certificate_number,
    import_certificate, inspection_number, engine_number, vin, passengers, price, net, tax, vat_basis_points,
    tax_office, tax_office_code, issued_by, issued_at, voided_at, void_reason, version
from deals_invoice
where store_id = :store_id and deal_id = :deal_id
order by id

-- name: invoice_numbered
select id from deals_invoice where store_id = :store_id and invoice_number = :invoice_number
