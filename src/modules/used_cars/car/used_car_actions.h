#pragma once
#include <action/action.h>
#include <modules/used_cars/car/used_car.h>

namespace forecourt::used_cars {

extern const Action<BuyUsedCar, UsedCarBought> buy_car;
extern const Action<ReceivePaper, UsedCarChanged> receive_paper;
extern const Action<PaySeller, UsedCarChanged> pay_seller;
extern const Action<DescribeUsedCar, UsedCarChanged> describe_car;
extern const Action<EnterStep, UsedCarChanged> enter_step;
extern const Action<SetAskingPrice, UsedCarChanged> set_asking_price;
extern const Action<RecordTransfer, UsedCarChanged> record_transfer;

/// The new car was handed over: the old one that was taken in payment comes into stock by itself. When it
/// cannot (its VIN is on another car of ours, nobody appraised it), the sales manager is asked to enter it.
MaybeRefused take_trade_in(Tx& tx, const Event& event);
/// A used car was handed over to its buyer.
MaybeRefused note_sale(Tx& tx, const Event& event);

}  // namespace forecourt::used_cars
