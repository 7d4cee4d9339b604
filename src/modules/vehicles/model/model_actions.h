#pragma once
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

extern const Action<AddModel, ModelAdded> add_model;
extern const Action<SetModelPrice, Nothing> set_model_price;
extern const Action<SetModelOffer, Nothing> set_model_offer;
extern const Action<AddModelOption, OptionAdded> add_model_option;
extern const Action<ChangeModelOption, Nothing> change_model_option;

}  // namespace forecourt::vehicles
