#pragma once
#include <modules/financing/product/product.h>

namespace forecourt::financing {

inline constexpr Right product_write{"financing.product_write"};

extern const Action<AddProduct, ProductAdded> add_product;
extern const Action<PublishTerms, TermsPublished> publish_terms;
extern const Action<EndTerms, Nothing> end_terms;

}  // namespace forecourt::financing
